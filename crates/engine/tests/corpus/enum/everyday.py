from dataclasses import *
from enum import *
import functools, threading, copy, pickle
from typing import *
@dataclass
class MyErr(Exception):
    code: int
    msg: str = "m"
    def __str__(self): return f"{self.code}:{self.msg}"
try:
    raise MyErr(3)
except MyErr as e:
    print(e, repr(e), e.args)
class Op(Enum):
    ADD = "+"
    SUB = "-"
    def __call__(self, a, b):
        return {"+": a + b, "-": a - b}[self.value]
    @classmethod
    def parse(cls, t):
        for m in cls:
            if m.value == t: return m
        raise ValueError(t)
print(Op.ADD(1, 2), Op.parse("-"), Op.ADD.__class__, Op("+") is Op.ADD)
def handle(o):
    match o:
        case Op.ADD: return "add"
        case Op.SUB: return "sub"
print(handle(Op.SUB))
class Num(int, Enum):
    ONE = 1
    TWO = 2
print(Num.ONE, Num.ONE + Num.TWO, repr(Num.TWO), f"{Num.ONE}", Num.ONE == 1, sum(Num), "%d" % Num.TWO, "%s" % Num.TWO)
class Prio(IntEnum):
    LOW = auto(); MID = auto(); HIGH = auto()
print(list(Prio), Prio.HIGH > Prio.LOW, sorted(Prio, reverse=True), Prio.MID.name.title(), Prio["LOW"], min(Prio), {Prio.LOW: "x"}[1])
print(copy.deepcopy(Prio.LOW) is Prio.LOW, copy.copy(Op.ADD) is Op.ADD)
print(pickle.loads(pickle.dumps(Prio.HIGH)) is Prio.HIGH)
class Weekday(Enum):
    MON = 1; TUE = 2
    @property
    def short(self): return self.name[:2]
    def __lt__(self, o): return self.value < o.value
print(sorted([Weekday.TUE, Weekday.MON]), Weekday.MON.short, Weekday(1).name)
for name, m in Weekday.__members__.items(): print(name, m.value, end=" ")
print()
class F(Enum):
    a = functools.partial(lambda x: x * 2)
    def meth(self): return 1
print([m for m in F], type(F.a))
@dataclass
class Tree:
    v: int
    kids: List["Tree"] = field(default_factory=list)
    def walk(self) -> Iterator[int]:
        yield self.v
        for k in self.kids: yield from k.walk()
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(list(t.walk()), t, asdict(t))
t2 = copy.deepcopy(t); t2.kids[0].v = 9; print(t == t2, t.kids[0].v)
print(pickle.loads(pickle.dumps(t)) == t)
@dataclass(frozen=True)
class P:
    x: int
    y: int
    def __add__(self, o): return P(self.x + o.x, self.y + o.y)
print(P(1, 2) + P(3, 4), {P(1, 2)}, replace(P(1, 2), x=5))
print(fields(P)[0], P.__dataclass_params__)
class Node(NamedTuple):
    name: str
    deps: Tuple[str, ...] = ()
print(Node("a"), Node("b", ("a",))._replace(name="c"), Node._make(["z", ()]))
@dataclass
class Lazy:
    items: list = field(default_factory=list)
    def __post_init__(self):
        self._lock = threading.Lock()
        self.n = len(self.items)
print(Lazy([1, 2]), Lazy([1]).n, vars(Lazy()).keys())
@dataclass
class Base:
    a: int
    def __post_init__(self): print("base post")
@dataclass
class Sub(Base):
    b: int = 0
    def __post_init__(self):
        super().__post_init__(); print("sub post", self.a, self.b)
Sub(1)
class Cfg(TypedDict, total=False):
    host: str
    port: int
c: Cfg = {"host": "h"}
print(c, Cfg.__annotations__, Cfg(port=1))
x: Final = 3
Vector = List[float]
def scale(v: Vector) -> Vector: return [a * 2 for a in v]
print(scale([1.0]), scale.__annotations__, get_type_hints(scale))
