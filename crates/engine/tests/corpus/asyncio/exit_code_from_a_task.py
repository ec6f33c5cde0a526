import asyncio
import sys


async def main():
    print("leaving")
    await asyncio.sleep(0.01)
    sys.exit(3)


asyncio.run(main())
