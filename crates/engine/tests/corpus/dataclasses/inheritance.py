from abc import ABC, abstractmethod
from dataclasses import asdict, dataclass, field, make_dataclass, replace


@dataclass
class Base:
    id: int
    name: str = "base"

    def hello(self):
        return f"{type(self).__name__} {self.name}"


@dataclass
class Child(Base):
    extra: dict = field(default_factory=dict)
    name: str = "child"


print(Child(1), Child(2, "n", {"k": [1]}).hello(), Child(1) == Base(1))
print(asdict(Child(3, extra={"deep": [Base(4)]})))


class Shape(ABC):
    @abstractmethod
    def area(self): ...


@dataclass
class Square(Shape):
    side: float

    def area(self):
        return self.side**2


print(Square(3).area(), Square(3))


@dataclass
class Account:
    owner: str
    _balance: float = 0.0

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative")
        self._balance = value


account = Account("ann")
account.balance = 5
print(account, account.balance)
try:
    account.balance = -1
except ValueError as error:
    print(error)
Made = make_dataclass("Made", [("x", int), ("y", int, 5)], namespace={"total": lambda self: self.x + self.y})
print(Made(1), Made(1).total(), replace(Made(1), y=9))


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)


tasks = [Task(3, "c"), Task(1, "a"), Task(2, "b")]
print([task.name for task in sorted(tasks)], min(tasks))
try:

    @dataclass(frozen=True)
    class Frozen(Base):
        y: int = 1

except TypeError as error:
    print(error)


@dataclass
class Custom:
    x: int

    def __repr__(self):
        return f"<custom {self.x}>"

    def __eq__(self, other):
        return True


print(Custom(1), Custom(1) == Custom(2))
match Base(7, "m"):
    case Base(id=number, name="m"):
        print("matched", number)
match Base(8):
    case Base(number, name):
        print("positional", number, name)
