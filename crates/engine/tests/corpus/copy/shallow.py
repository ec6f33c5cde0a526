import copy
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

inner = [1, 2]
for original in ([inner, 3], {"a": inner}, (inner, 1), {1, 2}, deque([inner]), defaultdict(list, {"k": inner}), OrderedDict(a=inner)):
    twin = copy.copy(original)
    print(type(twin).__name__, twin, twin == original, twin is original)


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)

    def __repr__(self):
        return f"Node({self.value}, {self.children})"


node = Node(1, [Node(2)])
twin = copy.copy(node)
twin.value = 9
print(node, twin, twin.children is node.children)


class Stack(list):
    def __init__(self, *args, label="none"):
        super().__init__(*args)
        self.label = label


stack = Stack([1, 2], label="L")
twin = copy.copy(stack)
twin.append(3)
print(stack, twin, twin.label, type(twin).__name__)


class Custom:
    def __init__(self):
        self.copies = 0

    def __copy__(self):
        new = Custom()
        new.copies = self.copies + 1
        return new


print(copy.copy(copy.copy(Custom())).copies)
Point = namedtuple("Point", "x y")
print(copy.copy(Point(1, [2])), copy.copy(Counter("aab")), copy.copy(5), copy.copy("s"), copy.copy(None), copy.copy(len) is len, copy.copy(Node) is Node)
error = ValueError("bad", 3)
print(repr(copy.copy(error)), copy.copy(range(3)), copy.copy(b"x"), copy.copy(bytearray(b"y")), copy.copy(frozenset({1})))
