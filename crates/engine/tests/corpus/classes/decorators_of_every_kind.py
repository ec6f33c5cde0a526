import functools
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            print(f"{function.__name__} took {time.perf_counter() - start >= 0}")
    return wrapper


def repeat(times=2, *, sep=" "):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            return sep.join(str(function(*args)) for _ in range(times))
        wrapper.times = times
        return wrapper
    return decorate


def optional(function=None, *, prefix=">"):
    if function is None:
        return functools.partial(optional, prefix=prefix)

    @functools.wraps(function)
    def wrapper(*args):
        return f"{prefix} {function(*args)}"
    return wrapper


class Memo:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.cache = {}

    def __call__(self, *args):
        if args not in self.cache:
            self.cache[args] = self.function(*args)
        return self.cache[args]

    def __get__(self, instance, owner):
        return functools.partial(self, instance) if instance else self


@timed
@repeat(3, sep="-")
def greet(name):
    "Say hello."
    return f"hi {name}"


@optional
def plain(x):
    return x


@optional(prefix="##")
def fancy(x):
    return x


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(greet("Ann"), greet.__name__, greet.__doc__, greet.__wrapped__.times)
print(plain(1), fancy(2), fib(80), len(fib.cache), fib.__name__)


def singleton(cls):
    instances = {}

    @functools.wraps(cls)
    def get(*args, **kwargs):
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]
    return get


@singleton
class Config:
    """Holds settings."""
    def __init__(self, value=1):
        self.value = value


print(Config(5) is Config(6), Config().value, Config.__name__, Config.__doc__)


class Service:
    calls = []

    def logged(function):
        @functools.wraps(function)
        def wrapper(self, *args):
            self.calls.append(function.__name__)
            return function(self, *args)
        return wrapper

    @logged
    def start(self):
        return "started"

    @classmethod
    @functools.lru_cache(maxsize=None)
    def shared(cls, n):
        print("computing", n)
        return n * n

    @functools.cached_property
    def heavy(self):
        print("heavy")
        return 42

    @functools.singledispatchmethod
    def show(self, value):
        return f"any {value}"

    @show.register
    def _(self, value: int):
        return f"int {value}"


service = Service()
print(service.start(), service.calls, Service.shared(3), Service.shared(3), service.heavy, service.heavy, service.show("x"), service.show(3))
registry = {}
register = lambda name: lambda function: registry.setdefault(name, function)


@register("double")
def double(x):
    return x * 2


print(registry["double"](4), [d for d in (lambda f: f,)][0](len)("abc"))
buttons = [lambda f: f]


@buttons[0]
@(lambda f: lambda *a: f(*a) + 1)
def computed(x):
    return x


print(computed(1))
