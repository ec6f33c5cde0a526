"""__getstate__, __setstate__, __reduce__, __getnewargs__, __slots__, copyreg."""
import copyreg
import pickle
import threading


class Guarded:
    def __init__(self):
        self.value = 1
        self.lock = threading.Lock()

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = "a new one"


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return (Reduced, (self.n + 1,))


class WithArgs:
    def __new__(cls, *args):
        self = object.__new__(cls)
        self.args = args
        return self

    def __getnewargs__(self):
        return (1, 2)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


g = pickle.loads(pickle.dumps(Guarded()))
print(g.value, g.lock)
print(pickle.loads(pickle.dumps(Reduced(1))).n, pickle.loads(pickle.dumps(WithArgs(5))).args)
s = pickle.loads(pickle.dumps(Slotted(3)))
print(s.a, hasattr(s, "b"))
copyreg.pickle(Slotted, lambda s: (Slotted, (s.a * 10,)))
print(pickle.loads(pickle.dumps(Slotted(3))).a)
