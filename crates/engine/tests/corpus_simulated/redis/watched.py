import asyncio
import threading

import redis
import redis.asyncio

store = redis.Redis(decode_responses=True)
store.set("count", 0)


def add(rounds):
    for _ in range(rounds):
        with store.pipeline() as pipe:
            while True:
                try:
                    pipe.watch("count")
                    now = int(pipe.get("count"))
                    pipe.multi()
                    pipe.set("count", now + 1)
                    pipe.execute()
                    break
                except redis.WatchError:
                    retried.append(1)


retried = []
threads = [threading.Thread(target=add, args=(10,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(store.get("count"), len(retried) > 0)


async def main():
    client = redis.asyncio.Redis(decode_responses=True)
    print(await client.set("x", 1), sorted(await asyncio.gather(*[client.incr("x") for _ in range(3)])))
    order = []

    async def enter(name):
        async with client.lock("door", timeout=5, sleep=0.01):
            order.append(name)
            await asyncio.sleep(0.05)
            order.append(name)

    await asyncio.gather(enter("a"), enter("b"))
    print(order[0] == order[1], order[2] == order[3])
    async with client.pipeline() as pipe:
        print(await pipe.set("y", 5).incr("y").execute())
    ears = client.pubsub()
    await ears.subscribe("room")

    async def hear():
        async for message in ears.listen():
            if message["type"] == "message":
                return message["data"]

    hearing = asyncio.create_task(hear())
    await asyncio.sleep(0.05)
    await client.publish("room", "hello")
    print(await hearing)
    await client.aclose()


asyncio.run(main())
