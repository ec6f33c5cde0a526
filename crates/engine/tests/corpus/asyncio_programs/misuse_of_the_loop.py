import asyncio


async def nothing():
    return "nothing"


async def main():
    coroutine = nothing()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()
    loop = asyncio.get_running_loop()
    coroutine = nothing()
    try:
        loop.run_until_complete(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()
    try:
        loop.close()
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine = nothing()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError:", error)
    for wrong in (5, nothing, None):
        try:
            await wrong
        except TypeError as error:
            print("TypeError:", error)
    try:
        asyncio.create_task(nothing)
    except TypeError as error:
        print("TypeError:", str(error).partition(",")[0])
    try:
        asyncio.ensure_future(7)
    except TypeError as error:
        print("TypeError:", error)
    coroutines = [nothing(), nothing()]
    try:
        await asyncio.wait(coroutines)
    except TypeError as error:
        print("TypeError:", error)
    for coroutine in coroutines:
        coroutine.close()
    try:
        await asyncio.wait([])
    except ValueError as error:
        print("ValueError:", error)
    try:
        await asyncio.wait(5)
    except TypeError as error:
        print("TypeError:", error)
    task = asyncio.create_task(nothing())
    try:
        await asyncio.wait([task], return_when="SOON")
    except ValueError as error:
        print("ValueError:", error)
    try:
        await asyncio.wait(task)
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
for call in (asyncio.get_running_loop, lambda: asyncio.run(nothing), lambda: asyncio.run(5)):
    try:
        call()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0][:60])
coroutine = nothing()
try:
    asyncio.create_task(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
