import asyncio


async def heartbeat(interval):
    beats = 0
    while True:
        await asyncio.sleep(interval)
        beats += 1
        print("beat", beats)


async def main():
    heart = asyncio.create_task(heartbeat(0.1))
    await asyncio.sleep(0.35)
    heart.cancel()
    try:
        await heart
    except asyncio.CancelledError:
        print("stopped")


asyncio.run(main())
