"""Debug mode tells of what holds the loop for long."""
import asyncio
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, level=logging.WARNING, format="%(levelname)s:%(name)s:%(message).20s")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.sleep(0.01)
    time.sleep(0.15)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.5
    time.sleep(0.15)
    await asyncio.sleep(0)
    loop.set_debug(False)
    print(loop.get_debug())
    loop.set_debug(True)
    try:
        loop.call_soon(main)
    except TypeError as error:
        print(error)
    coroutine = main()
    try:
        loop.call_later(1, coroutine)
    except TypeError as error:
        print(error)
    coroutine.close()


asyncio.run(main(), debug=True)
