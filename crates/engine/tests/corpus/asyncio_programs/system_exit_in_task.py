import asyncio
import sys


async def quits():
    await asyncio.sleep(0.02)
    print("leaving")
    sys.exit(3)


async def main():
    try:
        await quits()
    finally:
        print("finally")


asyncio.run(main())
