import asyncio
import io
import logging
import sys

logged = io.StringIO()
logging.basicConfig(stream=logged, format="%(name)s %(levelname)s %(message)s")


async def fails():
    raise ValueError("nobody asks")


async def main():
    asyncio.ensure_future(fails())
    await asyncio.sleep(0.01)
    asked = asyncio.ensure_future(fails())
    await asyncio.sleep(0.01)
    print(repr(asked.exception()))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(LookupError("lost"))
    future = None
    await asyncio.sleep(0.01)


sys.stderr = logged
asyncio.run(main())
text = logged.getvalue()
print(text.count("Task exception was never retrieved"))
print(text.count("Future exception was never retrieved"))
print("ValueError: nobody asks" in text, "LookupError: lost" in text)
