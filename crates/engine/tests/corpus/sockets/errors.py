# What sockets say when something is wrong.
import os
import socket

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
for attempt in (
    lambda: socket.create_connection(("127.0.0.1", port)),
    lambda: socket.socket().recv(1),
    lambda: socket.socket().send("text"),
    lambda: socket.socket().getpeername(),
    lambda: socket.socket(socket.AF_UNIX).connect("/no/such/socket"),
    lambda: socket.inet_aton("nowhere"),
    lambda: socket.socket().connect("not a pair"),
    lambda: socket.socket().settimeout(-1),
):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
one, other = socket.socketpair()
one.settimeout(0.05)
try:
    one.recv(1)
except socket.timeout as error:
    print(type(error).__name__, error)
one.setblocking(False)
try:
    one.recv(1)
except BlockingIOError as error:
    print(error)
other.close()
print(one.recv(1))
try:
    one.send(b"x")
except OSError as error:
    print(type(error).__name__, error)
one.close()
try:
    one.recv(1)
except OSError as error:
    print(error)
with socket.socket() as server:
    server.bind(("127.0.0.1", 0))
    server.listen()
    with socket.socket() as second:
        try:
            second.bind(server.getsockname())
        except OSError as error:
            print(error)
