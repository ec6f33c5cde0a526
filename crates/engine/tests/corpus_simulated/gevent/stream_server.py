import gevent
from gevent import socket
from gevent.server import StreamServer


def echo(sock, address):
    print("connected", address[0])
    with sock.makefile("rwb") as file:
        while True:
            line = file.readline()
            if not line:
                print("client left")
                break
            file.write(b"echo " + line)
            file.flush()


server = StreamServer(("127.0.0.1", 0), echo)
server.start()
print(server.started, server.server_host, server.server_port > 0)


def client(n):
    sock = socket.create_connection(("127.0.0.1", server.server_port))
    for i in range(2):
        sock.sendall(b"client %d line %d\n" % (n, i))
        print(n, sock.recv(100))
        gevent.sleep(0.02 * (n + 1))
    sock.close()
    gevent.sleep(0.01)


for n in range(2):
    gevent.spawn(client, n).join()
gevent.joinall([gevent.spawn(client, 0)])
server.stop()
print(server.started)
