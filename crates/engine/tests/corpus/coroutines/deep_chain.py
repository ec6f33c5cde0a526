# values travel through long chains of awaits; time.sleep blocks wherever it stands
import time


class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer


async def level(n):
    if n == 0:
        time.sleep(0.001)
        return await Ask("bottom?")
    return await level(n - 1) + 1


c = level(100)
print(c.send(None))
try:
    c.send(0)
except StopIteration as stop:
    print(stop.value)


def gen(n):
    if n == 0:
        got = yield "gen bottom"
        return got
    return (yield from gen(n - 1)) + 1


g = gen(100)
print(next(g))
try:
    g.send(1000)
except StopIteration as stop:
    print(stop.value)


async def endless(n):
    return await endless(n + 1)


try:
    endless(0).send(None)
except RecursionError as error:
    print(type(error).__name__)


async def many():
    total = 0
    for i in range(2000):
        total += await one(i)
    return total


async def one(i):
    return i


try:
    many().send(None)
except StopIteration as stop:
    print(stop.value)
