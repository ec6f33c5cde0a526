# A bare future that nobody sets: whoever awaits it waits for ever.
import asyncio

KEEP_IT = False  #@param {type:"boolean"}
AFTER_S = 1.0  #@param {type:"number", min:0.1, max:5, step:0.1}


async def main():
    loop = asyncio.get_running_loop()
    promise = loop.create_future()
    if KEEP_IT:
        loop.call_later(AFTER_S, promise.set_result, "kept")
    print("waiting for the promise")
    print(await promise)


asyncio.run(main())
