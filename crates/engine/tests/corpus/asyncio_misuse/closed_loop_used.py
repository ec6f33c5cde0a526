import asyncio


async def nothing():
    pass


loop = asyncio.new_event_loop()
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
coroutine = nothing()
try:
    loop.run_until_complete(coroutine)
finally:
    coroutine.close()
