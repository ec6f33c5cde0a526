import gevent
from gevent import socket
from gevent.pywsgi import WSGIServer


def application(environ, start_response):
    if environ["PATH_INFO"] == "/":
        start_response("200 OK", [("Content-Type", "text/html")])
        return [b"<b>hello world</b>"]
    if environ["PATH_INFO"] == "/slow":
        gevent.sleep(0.05)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [environ["REQUEST_METHOD"].encode() + b" " + environ["QUERY_STRING"].encode() + environ["wsgi.input"].read()]
    start_response("404 Not Found", [("Content-Type", "text/html")])
    return [b"<h1>Not Found</h1>"]


server = WSGIServer(("127.0.0.1", 0), application, log=None)
server.start()


def ask(request):
    sock = socket.create_connection(("127.0.0.1", server.server_port))
    sock.sendall(request)
    answer = b""
    while piece := sock.recv(4096):
        answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    return lines[0], sorted(line.lower() for line in lines[1:] if not line.startswith("Date")), body


print(ask(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
print(ask(b"GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
print(ask(b"POST /slow?a=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\n body"))
server.stop()
