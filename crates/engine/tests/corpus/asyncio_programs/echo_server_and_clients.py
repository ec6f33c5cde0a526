import asyncio


async def handle(reader, writer):
    data = await reader.readline()
    name = writer.get_extra_info("peername")[0]
    print(f"received {data!r} from {name}")
    writer.write(data.upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port, text):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(text.encode() + b"\n")
    await writer.drain()
    answer = await reader.read()
    print(f"answer {answer!r}")
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        for text in ("hello", "again"):
            await client(port, text)
        await asyncio.gather(client(port, "x"), client(port, "x"))
    print(server.is_serving())
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except ConnectionRefusedError as error:
        print(error)


asyncio.run(main())
