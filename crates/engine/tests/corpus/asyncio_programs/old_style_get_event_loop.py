import asyncio
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


async def slow_operation(future):
    await asyncio.sleep(0.05)
    future.set_result("Future is done!")


def got_result(future):
    print(future.result())
    loop.stop()


loop = asyncio.get_event_loop()
future = asyncio.Future()
asyncio.ensure_future(slow_operation(future))
future.add_done_callback(got_result)
try:
    loop.run_forever()
finally:
    loop.close()
print(loop.is_closed())
