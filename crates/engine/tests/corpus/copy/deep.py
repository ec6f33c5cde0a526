import copy
import threading
from collections import defaultdict, deque, namedtuple

data = {"list": [1, [2, 3]], "tuple": (1, [2]), "set": {1, 2}, "none": None}
twin = copy.deepcopy(data)
twin["list"][1].append(4)
twin["tuple"][1].append(5)
print(data, twin, twin == data)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, len(twin))


class Tree:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent:
            parent.children.append(self)


root = Tree("root")
leaf = Tree("leaf", root)
twin = copy.deepcopy(root)
print(twin.children[0].parent is twin, twin.children[0] is leaf, twin.children[0].name)


class Tracked:
    def __init__(self, values):
        self.values = values

    def __deepcopy__(self, memo):
        print("deepcopy hook", type(memo).__name__)
        return Tracked(copy.deepcopy(self.values, memo))


print(copy.deepcopy([Tracked([1, 2])])[0].values)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a, self.b = [1], 2


twin = copy.deepcopy(Slotted())
print(twin.a, twin.b)


class Stateful:
    def __init__(self):
        self.kept, self.dropped = [1], "x"

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.dropped = "restored"


twin = copy.deepcopy(Stateful())
print(twin.kept, twin.dropped)
Point = namedtuple("Point", "x y")
print(copy.deepcopy(Point([1], 2)), copy.deepcopy(defaultdict(list, a=[1])), copy.deepcopy(deque([[1], 2], maxlen=3)))
print(copy.deepcopy((1, "a")) == (1, "a"), copy.deepcopy(len) is len, copy.deepcopy(Tree) is Tree)
for value in (threading.Lock(), (x for x in [1])):
    try:
        copy.deepcopy({"v": value})
    except TypeError as error:
        print(error)
