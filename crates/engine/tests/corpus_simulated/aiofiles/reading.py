import asyncio

import aiofiles
import aiofiles.os


async def main():
    async with aiofiles.open("/tmp/notes.txt", "w") as file:
        print(await file.write("one\ntwo\nthree\n"))
        await file.flush()
    async with aiofiles.open("/tmp/notes.txt") as file:
        print(await file.readline())
        print([line.strip() async for line in file])
    async with aiofiles.open("/tmp/notes.txt", mode="rb") as file:
        await file.seek(4)
        print(await file.read(3), await file.tell())
    file = await aiofiles.open("/tmp/notes.txt", "a")
    await file.writelines(["four\n"])
    await file.close()
    print((await aiofiles.os.stat("/tmp/notes.txt")).st_size)
    print(await aiofiles.os.path.exists("/tmp/none.txt"))
    try:
        async with aiofiles.open("/tmp/none.txt") as file:
            pass
    except FileNotFoundError as error:
        print(error)
    await aiofiles.os.remove("/tmp/notes.txt")

    async def write(n):
        async with aiofiles.open(f"/tmp/{n}.txt", "w") as file:
            await file.write(str(n))
        async with aiofiles.open(f"/tmp/{n}.txt") as file:
            return await file.read()

    print(await asyncio.gather(*[write(n) for n in range(5)]))


asyncio.run(main())
