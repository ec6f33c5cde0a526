import asyncio
import contextvars

where = contextvars.ContextVar("where", default="nowhere")


async def enter(place):
    before = where.get()
    where.set(place)
    return before, place


with asyncio.Runner() as runner:
    print(runner.run(enter("first")))
    print(runner.run(enter("second")))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
    for wrong in (lambda: runner.run(enter),):
        try:
            wrong()
        except ValueError as error:
            print(str(error)[:28])
print(loop.is_closed(), where.get())
try:
    runner.get_loop()
except RuntimeError as error:
    print(error)


async def background(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "is cancelled at the end")
        await asyncio.sleep(0)
        print(name, "has said goodbye")
        raise


async def fails_at_the_end():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed"


async def main():
    loop = asyncio.get_running_loop()
    loop.keep = [asyncio.create_task(background("one"))]
    loop.keep.append(asyncio.create_task(fails_at_the_end()))
    await asyncio.sleep(0.01)
    return len(asyncio.all_tasks())


print(asyncio.run(main()))
print(asyncio.run(enter("x"), debug=False))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
