import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar, List, Optional


@dataclass
class Job:
    name: str
    priority: InitVar[int] = 1
    count: ClassVar[int] = 0
    weight: float = field(init=False)
    parts: List[str] = field(default_factory=lambda: ["a"])
    parent: Optional["Job"] = None

    def __post_init__(self, priority):
        self.weight = priority * 1.5
        Job.count += 1


job = Job("one", 4)
print(job, Job.count, [f.name for f in dataclasses.fields(Job)])
print(Job("two", parts=[], parent=job))


@dataclass(eq=False, repr=False)
class Plain:
    x: int


print(Plain(1) == Plain(1), "Plain object at" in repr(Plain(1)), hash(Plain(1)) is not None)


@dataclass(kw_only=True)
class Config:
    host: str = "localhost"
    port: int


print(Config(port=80))
try:
    Config("x", 80)
except TypeError as error:
    print(error)


@dataclass
class Half:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int


print(Half(1, c=3))


@dataclass(slots=True)
class Slim:
    x: int
    y: int = 5


slim = Slim(1)
print(slim, Slim.__slots__, hasattr(slim, "__dict__"))
try:
    slim.z = 1
except AttributeError as error:
    print(error)


@dataclass(unsafe_hash=True)
class Key:
    a: int
    b: str = field(hash=False, default="")


print(hash(Key(1, "x")) == hash(Key(1, "y")))


@dataclass
class Node:
    value: int
    next: "Node" = None


node = Node(1)
node.next = node
print(node)


def wrong(make):
    try:
        make()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def mutable():
    @dataclass
    class Bad:
        items: list = []


def order():
    @dataclass
    class Bad:
        a: int = 1
        b: int


def both():
    field(default=1, default_factory=list)


def untyped():
    @dataclass
    class Bad:
        x = field(default=1)


for make in (mutable, order, both, untyped):
    wrong(make)
