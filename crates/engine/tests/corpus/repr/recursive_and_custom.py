class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next
    def __repr__(self): return f"Node({self.value!r}, {self.next!r})"
print(Node(1, Node("two", Node(3.0))), [Node(None)], {"n": Node([])}, (Node(()),), f"{Node(1)}", str(Node({})), "%r" % Node(b"x"))
a = []; b = [a]; a.append(b); print(a, b); d = {}; d["d"] = d; d["l"] = [d]; print(d); s = [1, {"k": (2, [3])}]; s[1]["k"][1].append(s); print(s)
class Tree(dict):
    def __repr__(self): return "Tree" + super().__repr__()
class Items(list):
    def __repr__(self): return f"Items({list(self)})"
t = Tree(x=Tree(), y=Items([1, Tree()])); print(t, [t], t["y"], str(t))
class Bad:
    def __repr__(self): return 5
class Raises:
    def __repr__(self): raise ValueError("no repr")
class OnlyStr:
    def __str__(self): return "only str"
class Both:
    def __str__(self): return "s"
    def __repr__(self): return "r"
print(Both(), [Both()], {Both(): Both()}.__len__(), (Both(), Both()), f"{Both()} {Both()!r} {Both()!s}", "%s %r" % (Both(), Both()), str([Both()]), OnlyStr(), str(OnlyStr()), repr(Both()), {"k": Both()}, [[Both()]], {Both()} and 1)
for value in ([Bad()], (Bad(),), Raises(), {"k": Raises()}):
    try: print(value)
    except Exception as error: print(type(error).__name__, error)
class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"{type(self).__name__}(x={self.x}, y={self.y})"
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
class Point3(Point): pass
print(Point(1, 2), Point3("a", None), [Point(0, 0), Point3(1.5, -1)], Point(1, 2) == Point(1, 2), {"p": Point(1, 2)})
import collections
P = collections.namedtuple("P", "x y"); print(P(1, 2), [P("a", [])], P(1, 2)._asdict(), collections.Counter("aab"), collections.OrderedDict(a=1), collections.defaultdict(list, {"k": [1]}), collections.deque([1, 2], maxlen=3))
print(repr("a\nb"), repr('"'), repr("'"), repr("\\"), [""], ("",), {"": ""}, [[]], [()], [{}], [set()], [None], [True], [1.0], [b""], [...], [-1], [0.1], [1e100], [10**20], ["é", "日", "\x00", "\u200b", "😀"])
