import asyncio
import threading
import time


def in_thread(name):
    async def main():
        await asyncio.sleep(0.05)
        return threading.current_thread().name

    print(name, asyncio.run(main()))


threads = []
for n in range(2):
    thread = threading.Thread(target=in_thread, args=(n,), name=f"T{n}")
    thread.start()
    time.sleep(0.02)
    threads.append(thread)
for thread in threads:
    thread.join()


def no_loop_here():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=no_loop_here, name="Worker")
thread.start()
thread.join()
