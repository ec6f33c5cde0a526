"""Rule 37: a blocking call stalls the loop; in a thread of the pool it does not."""
import asyncio
import time

start = time.monotonic()


def say(*words):
    print(f"{time.monotonic() - start:.1f}", *words)


async def heartbeat(beats):
    for beat in range(beats):
        say("beat", beat)
        await asyncio.sleep(0.1)


async def main():
    task = asyncio.create_task(heartbeat(4))
    await asyncio.sleep(0.05)
    time.sleep(0.23)
    say("blocked for a while")
    await task
    task = asyncio.create_task(heartbeat(4))
    await asyncio.sleep(0.05)
    await asyncio.to_thread(time.sleep, 0.23)
    say("a thread slept instead")
    await task


asyncio.run(main())
