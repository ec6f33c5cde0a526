import asyncio


async def player(name, inbox, outbox, rounds):
    for _ in range(rounds):
        ball = await inbox.get()
        print(name, "hits", ball)
        await outbox.put(ball + 1)


async def main():
    a, b = asyncio.Queue(), asyncio.Queue()
    players = [asyncio.create_task(player("ping", a, b, 3)), asyncio.create_task(player("pong", b, a, 3))]
    await a.put(0)
    await asyncio.wait(players)
    print("left over:", a.get_nowait())


asyncio.run(main())
