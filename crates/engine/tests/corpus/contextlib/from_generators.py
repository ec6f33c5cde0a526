import time
from contextlib import contextmanager


@contextmanager
def tag(name, swallow=False):
    print("<", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
        if not swallow:
            raise
    finally:
        print(">", name)


with tag("a") as value, tag("b"):
    print(value)
with tag("c", swallow=True):
    raise ValueError("swallowed")
for error in (ValueError("out"), KeyError("other"), StopIteration("stop")):
    try:
        with tag("d"):
            raise error
    except Exception as caught:
        print(type(caught).__name__, caught, caught is error)


@contextmanager
def timer(label):
    start = time.monotonic()
    yield
    print(label, round(time.monotonic() - start, 1))


with timer("slept"):
    time.sleep(0.2)


@timer("decorated")
def slow(n):
    """Sleeps."""
    time.sleep(n)
    return n


print(slow(0.1), slow.__name__, slow.__doc__, tag.__name__)


@contextmanager
def none():
    if False:
        yield


@contextmanager
def two():
    yield 1
    yield 2


for manager in (none, two):
    try:
        with manager():
            print("inside")
    except RuntimeError as error:
        print(error)
reused = tag("e")
with reused:
    pass
try:
    with reused:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__)
with tag("last"):
    1 / 0
