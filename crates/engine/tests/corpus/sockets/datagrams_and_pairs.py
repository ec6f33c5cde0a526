# Datagrams, socket pairs, files over sockets, shutdown and peeking.
import socket
import threading

a, b = socket.socketpair()
a.sendall(b"first line\nsecond line\n")
a.shutdown(socket.SHUT_WR)
print(b.recv(5, socket.MSG_PEEK), [line for line in b.makefile()])
b.sendall(b"back")
print(a.recv(100), a.family.name, a.type.name, b.recv(10))

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))


def answer():
    for _ in range(2):
        data, place = server.recvfrom(1024)
        server.sendto(data.upper(), place)


thread = threading.Thread(target=answer)
thread.start()
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for word in (b"one", b"two"):
    client.sendto(word, server.getsockname())
    data, place = client.recvfrom(1024)
    print(data, place == server.getsockname())
thread.join()
c, d = socket.socketpair()
total = []


def drain():
    while data := d.recv(65536):
        total.append(len(data))


thread = threading.Thread(target=drain)
thread.start()
c.sendall(b"x" * 1_000_000)
c.close()
thread.join()
print(sum(total))
buffer = bytearray(4)
e, f = socket.socketpair()
with e, f, f.makefile("rwb") as file:
    e.sendall(b"abcdef\n")
    print(file.readline())
    file.write(b"written")
    file.flush()
    print(e.recv_into(buffer), buffer, e.recv(10))
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.gethostbyname("localhost"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.htons(80))
