import asyncio, os, signal
async def main():
    print("start")
    asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("finally")
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
async def sig():
    loop = asyncio.get_running_loop()
    stop = loop.create_future()
    loop.add_signal_handler(signal.SIGTERM, lambda: stop.set_result("term"))
    loop.call_later(0.02, os.kill, os.getpid(), signal.SIGTERM)
    print(await stop)
    print(loop.remove_signal_handler(signal.SIGTERM))
asyncio.run(sig())
