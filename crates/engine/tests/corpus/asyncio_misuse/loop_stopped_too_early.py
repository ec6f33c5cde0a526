import asyncio


loop = asyncio.new_event_loop()
loop.call_later(0.01, loop.stop)
future = loop.create_future()
loop.run_until_complete(future)
