from gevent import monkey

monkey.patch_all()
import select
import socket
import threading
import time

import gevent

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 0))
server.listen()
address = server.getsockname()


def serve():
    while True:
        client, _ = server.accept()
        threading.Thread(target=handle, args=(client,), daemon=True).start()


def handle(client):
    with client:
        while data := client.recv(1024):
            time.sleep(0.05)
            client.sendall(b"got " + data)


threading.Thread(target=serve, daemon=True).start()


def ask(n):
    with socket.create_connection(address) as sock:
        sock.sendall(b"%d" % n)
        return sock.recv(1024)


start = time.time()
print([g.value for g in gevent.joinall([gevent.spawn(ask, n) for n in range(4)])] != [], time.time() - start < 0.18)
a, b = socket.socketpair()
gevent.spawn_later(0.02, b.send, b"x")
print(select.select([a], [], [], 1)[0] == [a], a.recv(1))
print(type(a).__module__.startswith("gevent"))
