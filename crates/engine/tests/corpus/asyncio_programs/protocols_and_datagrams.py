import asyncio


class EchoServer(asyncio.Protocol):
    def connection_made(self, transport):
        print("connection made")
        self.transport = transport

    def data_received(self, data):
        print("server got", data)
        self.transport.write(data)
        self.transport.close()


class EchoClient(asyncio.Protocol):
    def __init__(self, message, lost):
        self.message = message
        self.lost = lost

    def connection_made(self, transport):
        transport.write(self.message.encode())

    def data_received(self, data):
        print("client got", data)

    def connection_lost(self, exc):
        print("connection lost", exc)
        self.lost.set_result(True)


class Datagrams(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print("datagram", data)
        self.transport.sendto(data[::-1], addr)


class Asker(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        transport.sendto(b"ping")

    def datagram_received(self, data, addr):
        self.done.set_result(data)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(EchoServer, "127.0.0.1", 0)
    lost = loop.create_future()
    port = server.sockets[0].getsockname()[1]
    transport, protocol = await loop.create_connection(lambda: EchoClient("hello", lost), "127.0.0.1", port)
    await lost
    transport.close()
    server.close()
    await server.wait_closed()
    transport, _ = await loop.create_datagram_endpoint(Datagrams, local_addr=("127.0.0.1", 0))
    address = transport.get_extra_info("sockname")
    done = loop.create_future()
    asker, _ = await loop.create_datagram_endpoint(lambda: Asker(done), remote_addr=address)
    print(await done)
    asker.close()
    transport.close()
    left, right = __import__("socket").socketpair()
    left.setblocking(False)
    right.setblocking(False)
    await loop.sock_sendall(left, b"through the pair")
    print(await loop.sock_recv(right, 100))
    left.close()
    right.close()


asyncio.run(main())
