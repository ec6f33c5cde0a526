from typing import Generic, NewType, Protocol, TypeVar, final, get_type_hints, overload, runtime_checkable

T = TypeVar("T")
K = TypeVar("K")


class Stack(Generic[T]):
    def __init__(self, *items: T) -> None:
        self.items = list(items)

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


numbers = Stack[int](1, 2)
numbers.push(3)
print(numbers.pop(), numbers.items, Stack[int], Stack.__parameters__, numbers.__orig_class__, Stack.__mro__)


class Pair(Generic[K, T]):
    def __init__(self, key: K, value: T):
        self.key, self.value = key, value


class Named(Pair[str, T]):
    pass


print(Pair[str, int], Named(1, 2).value, Named.__parameters__, Named[int], Pair.__orig_bases__)
for action in (lambda: Stack[int, str], lambda: Pair[int], lambda: int_stack()):
    try:
        action()
    except (TypeError, NameError) as error:
        print(error)


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self) -> None:
        print("closed")


class Quiet(Protocol):
    level: int


print(isinstance(File(), Closable), isinstance(3, Closable), issubclass(File, Closable))
for action in (lambda: isinstance(3, Quiet), lambda: Closable()):
    try:
        action()
    except TypeError as error:
        print(error)


class Real(Closable):
    def __init__(self, n):
        self.n = n

    def close(self):
        return self.n


print(Real(4).close(), isinstance(Real(1), Closable))
UserId = NewType("UserId", int)
print(UserId(5) + 1, UserId, UserId.__name__, UserId.__supertype__)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), double("a"))


@final
class Last:
    count: int = 0
    name: "str"


print(get_type_hints(Last), Last.__final__)
