# getattr, hasattr, sum, min, max, any and all over objects whose methods sleep
import time
z=lambda: time.sleep(.001)
class O:
    def __init__(self, v): self.v = v
    def __getattr__(self, n):
        z()
        if n.startswith("x"): return n
        raise AttributeError(f"no {n}")
    @property
    def p(self): z(); return "p"
    @property
    def bad(self): z(); raise AttributeError("bad inside")
    def __add__(self, o): z(); return O(self.v + (o.v if isinstance(o, O) else o))
    __radd__ = __add__
    def __lt__(self, o): z(); return self.v < o.v
    def __gt__(self, o): z(); return self.v > o.v
    def __bool__(self): z(); return self.v > 0
class Q:
    @property
    def bad(self): z(); raise AttributeError("bad inside")
    @property
    def worse(self): z(); raise ValueError("worse")
o = O(1)
print(getattr(o, "xa"), getattr(o, "p"), getattr(o, "v"), getattr(o, "q", "dflt"), getattr(o, "xb", 0), hasattr(o, "xa"), hasattr(o, "q"), hasattr(o, "p"))
for f in (lambda: getattr(o, "nope"), lambda: getattr(o, "bad"), lambda: getattr(Q(), "bad"), lambda: getattr(Q(), "bad", "default"), lambda: hasattr(Q(), "bad"), lambda: hasattr(Q(), "worse"), lambda: getattr(Q(), "zzz")):
    try: print(f())
    except (AttributeError, ValueError) as e: print(type(e).__name__, e)
print(sum([O(1), O(2)], O(3)).v, sum([O(1), 2, O(3)]).v, min(O(2), O(1)).v, max([O(2), O(5), O(1)]).v, any([O(0), O(1)]), all([O(0), O(1)]), all([O(1)]), any([]))
try: min([O(1), 5])
except TypeError as e: print(e)
except AttributeError as e: print(e)
class N: pass
try: min([N(), N()])
except TypeError as e: print(e)
try: max(N(), 5)
except TypeError as e: print(e)
try: sum([N()])
except TypeError as e: print(e)
try: sum([1, "a"])
except TypeError as e: print(e)
