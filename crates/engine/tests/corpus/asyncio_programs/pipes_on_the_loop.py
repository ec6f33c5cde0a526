import asyncio, os, threading, time
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    got = []
    loop.add_reader(r, lambda: (print("readable", os.read(r, 100)), got.append(1)))
    loop.call_later(0.05, os.write, w, b"hello")
    def th():
        time.sleep(0.1)
        os.write(w, b"from thread")
    threading.Thread(target=th).start()
    await asyncio.sleep(0.2)
    print(loop.remove_reader(r), loop.remove_reader(r))
    reader = asyncio.StreamReader()
    t, p = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, "rb", 0))
    def feed():
        for i in range(3):
            time.sleep(0.05)
            os.write(w, f"line {i}\n".encode())
        os.close(w)
    threading.Thread(target=feed).start()
    async for line in reader:
        print(line)
    print(reader.at_eof(), await reader.read())
asyncio.run(main())
