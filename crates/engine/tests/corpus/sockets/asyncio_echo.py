import asyncio, sys
async def handle_echo(reader, writer):
    data = await reader.read(100)
    message = data.decode()
    addr = writer.get_extra_info('peername')
    print(f"Received {message!r} from {addr[0]!r}")
    writer.write(data); await writer.drain()
    writer.close()
async def client(port, message):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(message.encode()); await writer.drain()
    data = await reader.read(100)
    print(f'Received: {data.decode()!r}')
    writer.close(); await writer.wait_closed()
async def main():
    server = await asyncio.start_server(handle_echo, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    await client(port, 'Hello World!')
    await asyncio.gather(*(client(port, f'm{i}') for i in range(3)))
    server.close(); await server.wait_closed()
    proc = await asyncio.create_subprocess_exec(sys.executable, '-c', 'print("sub")', stdout=asyncio.subprocess.PIPE)
    out, err = await proc.communicate()
    print(out, proc.returncode)
    proc = await asyncio.create_subprocess_shell('echo err >&2; exit 2', stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await proc.communicate(), proc.returncode)
asyncio.run(main())
