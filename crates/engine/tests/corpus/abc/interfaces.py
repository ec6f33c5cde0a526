import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Sized


class Job(threading.Thread, ABC):
    def __init__(self, name):
        super().__init__(name=name)
        self.result = None

    @abstractmethod
    def work(self): ...

    @property
    @abstractmethod
    def cost(self): ...

    def run(self):
        time.sleep(self.cost)
        self.result = self.work()


class Sum(Job):
    def __init__(self, numbers):
        super().__init__("sum")
        self.numbers = numbers

    cost = 0.01

    def work(self):
        return sum(self.numbers)


try:
    Job("x")
except TypeError as error:
    print(error)
job = Sum([1, 2, 3])
job.start()
job.join()
print(job.result, isinstance(job, Job), Job.__abstractmethods__ == {"work", "cost"})


class Registry(MutableMapping):
    def __init__(self):
        self._items = {}

    def __getitem__(self, key):
        return self._items[key]

    def __setitem__(self, key, value):
        self._items[key] = value

    def __delitem__(self, key):
        del self._items[key]

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)


registry = Registry()
registry["a"] = 1
registry.update(b=2, c=3)
print(dict(registry), registry.pop("a"), "b" in registry, registry.get("zz"), list(registry.items()), len(registry))
print(isinstance(registry, Mapping), isinstance([], Sequence), isinstance({}, Mapping), isinstance("x", Iterable), isinstance(3, Iterable))
print(isinstance(iter([]), Iterator), isinstance(len, Callable), isinstance(registry, Sized), issubclass(dict, MutableMapping))


class Incomplete(Sequence):
    def __len__(self):
        return 0


try:
    Incomplete()
except TypeError as error:
    print(error)


class Countdown(Iterator):
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), isinstance(Countdown(1), Iterable))


class Plugin(ABC):
    plugins = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.plugins.append(cls.__name__)

    @staticmethod
    @abstractmethod
    def name(): ...


class One(Plugin):
    @staticmethod
    def name():
        return "one"


print(Plugin.plugins, One().name(), One.name())
