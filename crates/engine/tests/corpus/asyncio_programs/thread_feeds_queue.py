import asyncio
import threading
import time


def feeder(loop, queue):
    for n in range(3):
        time.sleep(0.03)
        loop.call_soon_threadsafe(queue.put_nowait, n)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    queue = asyncio.Queue()
    thread = threading.Thread(target=feeder, args=(asyncio.get_running_loop(), queue))
    thread.start()
    while (item := await queue.get()) is not None:
        print("from the thread:", item)
    thread.join()
    print("over")


asyncio.run(main())
