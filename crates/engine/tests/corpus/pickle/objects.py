"""Instances, functions and classes by name, builtin subclasses, exceptions, containers of collections."""
import collections
import functools
import hashlib
import pickle


class A:
    def __init__(self, x, y=None):
        self.x, self.y = x, y

    def method(self):
        return self.x


class L(list):
    pass


class D(dict):
    pass


class E(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.extra = 3


class Outer:
    class Inner:
        pass

    @staticmethod
    def static():
        pass


def func():
    pass


P = collections.namedtuple("P", "x y")
values = [int, len, func, A, Outer.Inner, Outer.static, ValueError, A(1, "z"), A([A(1)]), {"k": A(1)}, P(1, 2), A(1).method, print,
    ValueError("x", 1), KeyError("k"), E(1, 2), collections.OrderedDict(a=1), collections.Counter("aab"),
    collections.defaultdict(list, {1: [2]}), collections.deque([1, 2]), collections.deque([1], 3), L([1, 2]), D(a=1), object()]
for value in values:
    told = []
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        told.append((len(data), hashlib.md5(data).hexdigest()[:6], type(pickle.loads(data)) is type(value)))
    print(repr(value).split(" at 0x")[0], told)
print(pickle.dumps(A(1, "z")), pickle.loads(pickle.dumps(A(1, "z"))).__dict__)
e = pickle.loads(pickle.dumps(E(1, 2)))
print(repr(e), e.extra, pickle.loads(pickle.dumps(A(7).method))())
p = pickle.loads(pickle.dumps(functools.partial(func, 1, k=2)))
print(p.args, p.keywords, p.func is func)
a = A(1)
a.y = a
b = pickle.loads(pickle.dumps(a))
print(b.y is b, b is a)
