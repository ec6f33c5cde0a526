import asyncio
import threading


class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        Counting.made += 1
        return super().new_event_loop()


asyncio.set_event_loop_policy(Counting())


async def nothing():
    return type(asyncio.get_event_loop()).__name__


print(asyncio.run(nothing()), asyncio.run(nothing()), Counting.made)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, Counting.made)
seen = []


def elsewhere():
    own = asyncio.new_event_loop()
    asyncio.set_event_loop(own)
    seen.append(asyncio.get_event_loop() is own)
    seen.append(own.run_until_complete(nothing()))
    own.close()


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
print(seen, Counting.made, asyncio.get_event_loop() is loop)
loop.close()
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__, isinstance(loop, asyncio.AbstractEventLoop))
