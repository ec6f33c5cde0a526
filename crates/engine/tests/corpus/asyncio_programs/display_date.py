import asyncio


def tick(end_time, loop, count):
    print("tick", count)
    if (loop.time() + 0.05) < end_time:
        loop.call_later(0.05, tick, end_time, loop, count + 1)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
end_time = loop.time() + 0.225
loop.call_soon(tick, end_time, loop, 1)
try:
    loop.run_forever()
finally:
    loop.close()
    print("closed")
