# generators as coroutines of old: schedulers, pipes, parsers
from collections import deque


def task(name, steps):
    for step in range(steps):
        print(name, step)
        yield


def round_robin(*tasks):
    ready = deque(tasks)
    turns = 0
    while ready:
        current = ready.popleft()
        try:
            next(current)
        except StopIteration:
            continue
        turns += 1
        ready.append(current)
    return turns


print(round_robin(task("a", 2), task("b", 3), task("c", 1)))


def coroutine(function):
    def start(*args, **kwargs):
        generator = function(*args, **kwargs)
        next(generator)
        return generator

    return start


@coroutine
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        target.close()
        print("grep closed")


@coroutine
def printer():
    try:
        while True:
            print("got", (yield))
    except GeneratorExit:
        print("printer closed")


g = grep("py", printer())
for line in ("python", "ruby", "pypy"):
    g.send(line)
g.close()


@coroutine
def parser():
    result = []
    number = ""
    while True:
        char = yield list(result)
        if char.isdigit():
            number += char
        elif number:
            result.append(int(number))
            number = ""


p = parser()
for char in "12 7,345 ":
    state = p.send(char)
print(state)


def fib():
    a, b = 0, 1
    while True:
        reset = yield a
        a, b = (0, 1) if reset else (b, a + b)


f = fib()
print([next(f) for _ in range(10)], f.send(True), [next(f) for _ in range(3)])
