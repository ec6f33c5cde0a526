import asyncio
import logging
import sys
import time

logging.basicConfig(level=logging.WARNING, stream=sys.stdout, format="%(levelname)s %(name)s %(message).9s")


async def slow():
    time.sleep(0.15)


async def main():
    loop = asyncio.get_running_loop()
    print("debug", loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(slow())


asyncio.run(main(), debug=True)
