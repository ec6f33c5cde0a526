import gevent
from gevent import socket

a, b = socket.socketpair()


def reader():
    while True:
        data = a.recv(100)
        print("read", data)
        if not data:
            break


def writer():
    for n in range(3):
        b.sendall(b"message %d" % n)
        gevent.sleep(0.02)
    b.close()


gevent.joinall([gevent.spawn(reader), gevent.spawn(writer)])
a.close()
a, b = socket.socketpair()
a.settimeout(0.05)
try:
    a.recv(10)
except socket.timeout as error:
    print("timeout", error)
print(a.gettimeout())
listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 0))
listener.listen(5)


def serve():
    for _ in range(2):
        client, address = listener.accept()
        gevent.spawn(handle, client)


def handle(client):
    data = client.recv(100)
    gevent.sleep(0.05)
    client.sendall(data.upper())
    client.close()


def ask(text):
    sock = socket.socket()
    sock.connect(listener.getsockname())
    sock.send(text)
    return sock.recv(100)


gevent.spawn(serve)
jobs = [gevent.spawn(ask, t) for t in (b"one", b"two")]
gevent.joinall(jobs)
print([job.value for job in jobs])
try:
    with gevent.Timeout(0.05):
        b.recv(10)
except gevent.Timeout as error:
    print("Timeout", error)
sock = socket.socket()
port = listener.getsockname()[1]
listener.close()
try:
    sock.connect(("127.0.0.1", port))
except OSError as error:
    print(type(error).__name__)
print(socket.gethostbyname("localhost"), socket.gethostbyname("127.0.0.1"))
