import asyncio, sys
class P(asyncio.SubprocessProtocol):
    def __init__(self, exit_future):
        self.exit_future = exit_future
        self.output = bytearray()
        self.pipe_closed = False
        self.exited = False
    def pipe_connection_lost(self, fd, exc):
        print("pipe lost", fd, exc)
        self.pipe_closed = True
        self.check()
    def pipe_data_received(self, fd, data):
        self.output.extend(data)
    def process_exited(self):
        self.exited = True
        self.check()
    def check(self):
        if self.pipe_closed and self.exited:
            self.exit_future.set_result(True)
async def main():
    loop = asyncio.get_running_loop()
    f = asyncio.Future(loop=loop)
    transport, protocol = await loop.subprocess_exec(lambda: P(f), sys.executable, '-c', 'print("hi")', stdin=None, stderr=None)
    await f
    transport.close()
    print(bytes(protocol.output), transport.get_returncode())
asyncio.run(main())
