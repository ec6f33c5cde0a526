# One thread serves several connections: select, poll and selectors.
import select
import selectors
import socket

pairs = [socket.socketpair() for _ in range(3)]
print(select.select([mine for mine, _ in pairs], [], [], 0.05))
pairs[1][1].send(b"x")
ready, writable, _ = select.select([mine for mine, _ in pairs], [pairs[0][0]], [], 1)
print([mine is pairs[1][0] for mine in ready], len(writable))

poller = select.poll()
for mine, _ in pairs:
    poller.register(mine, select.POLLIN)
print(len(poller.poll(0)), poller.poll(0)[0][1] == select.POLLIN)

chooser = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
chooser.register(server, selectors.EVENT_READ, "accept")
clients = [socket.create_connection(server.getsockname()) for _ in range(2)]
for n, client in enumerate(clients):
    client.sendall(b"hello %d" % n)
served = []
while len(served) < 2:
    for key, events in chooser.select(timeout=1):
        if key.data == "accept":
            connection, _ = key.fileobj.accept()
            connection.setblocking(False)
            chooser.register(connection, selectors.EVENT_READ, "read")
        else:
            served.append(key.fileobj.recv(100))
            key.fileobj.send(b"bye")
            chooser.unregister(key.fileobj)
            key.fileobj.close()
print(sorted(served), [client.recv(10) for client in clients])
try:
    chooser.unregister(clients[0])
except KeyError as error:
    print("not registered" in str(error))
chooser.close()
