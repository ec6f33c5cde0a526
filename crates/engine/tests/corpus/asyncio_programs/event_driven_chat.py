import asyncio


class Room:
    def __init__(self):
        self.members = {}

    async def join(self, name):
        queue = self.members[name] = asyncio.Queue()
        await self.say("room", f"{name} joined")
        return queue

    async def leave(self, name):
        del self.members[name]
        await self.say("room", f"{name} left")

    async def say(self, sender, text):
        for queue in self.members.values():
            await queue.put((sender, text))


async def member(room, name, lines, delay):
    await asyncio.sleep(delay)
    inbox = await room.join(name)
    heard = []
    for line in lines:
        await asyncio.sleep(0.1)
        await room.say(name, line)
    await asyncio.sleep(0.2 - delay)
    while not inbox.empty():
        heard.append(inbox.get_nowait())
    await room.leave(name)
    return name, heard


async def main():
    room = Room()
    results = await asyncio.gather(
        member(room, "ann", ["hi", "anyone?"], 0), member(room, "bob", ["here", "bye"], 0.05)
    )
    for name, heard in results:
        print(name)
        for sender, text in heard:
            print("   ", sender, ":", text)


asyncio.run(main())
