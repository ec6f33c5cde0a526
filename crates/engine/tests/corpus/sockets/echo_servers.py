import socket, threading, socketserver
def handle(conn, addr):
    with conn:
        while True:
            data = conn.recv(1024)
            if not data: break
            conn.sendall(data.upper())
srv = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
srv.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
srv.bind(('127.0.0.1', 0)); srv.listen(5)
port = srv.getsockname()[1]
def accept():
    for _ in range(2):
        c, a = srv.accept()
        threading.Thread(target=handle, args=(c, a)).start()
t = threading.Thread(target=accept); t.start()
for msg in (b'hello', b'world'):
    with socket.create_connection(('127.0.0.1', port)) as s:
        s.sendall(msg); print(s.recv(100))
t.join()
class H(socketserver.BaseRequestHandler):
    def handle(self):
        d = self.request.recv(100); self.request.sendall(d[::-1])
with socketserver.ThreadingTCPServer(('127.0.0.1', 0), H) as server:
    th = threading.Thread(target=server.serve_forever); th.daemon = True; th.start()
    with socket.socket() as s:
        s.connect(server.server_address); s.send(b'abc'); print(s.recv(10).decode())
    server.shutdown()
