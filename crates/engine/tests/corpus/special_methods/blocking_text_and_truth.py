# methods that native code calls may sleep and wait: truth, length, text, comparison, membership
import threading, time
lock = threading.Lock()
class Account:
    def __init__(self, n): self.n = n
    def __bool__(self):
        time.sleep(0.001)
        return self.n > 0
    def __len__(self):
        with lock:
            time.sleep(0.001)
            return self.n
    def __str__(self):
        time.sleep(0.001)
        print("[in str]", end="")
        return f"Account({self.n})"
    def __repr__(self):
        time.sleep(0.001)
        return f"<A {self.n}>"
    def __eq__(self, other):
        time.sleep(0.001)
        return isinstance(other, Account) and self.n == other.n
    def __lt__(self, other):
        time.sleep(0.001)
        return self.n < other.n
    def __contains__(self, x):
        time.sleep(0.001)
        return x == self.n
    def __hash__(self): return hash(self.n)
    def __format__(self, spec):
        time.sleep(0.001)
        return f"fmt({spec})"
a, b = Account(1), Account(0)
if a: print("a true")
if not b: print("b false")
print(a and "yes", b or "no", a and b and 1)
print(not a, bool(b), bool(a))
while b: break
else: print("while else")
x = [i for i in (a, b) if i]
print(len(x), len(a))
print("str:", a, b, sep="|", end="!\n")
print(f"{a} {a!r} {a!s} {b!r:>8} {a:spec}")
print(str(a), repr(a))
print(a == b, a != b, a < b, a > b, 1 in a, 5 not in a)
print(min(a, b).n, max([a, b], key=lambda v: v.n).n)
print(a in [b, a], [a, b].index is not None)
assert a, "msg"
print("x" if b else "y")
class L:
    def __init__(self, n): self.n=n
    def __len__(self): return self.n
if L(0): print("no")
else: print("empty")
print(bool(L(3)), not L(0))
class Bad:
    def __bool__(self): return 5
class BadL:
    def __len__(self): return -1
class BadS:
    def __str__(self): return 5
    def __repr__(self): return 6
for f in (lambda: bool(Bad()), lambda: not Bad(), lambda: 1 if Bad() else 2, lambda: len(BadL()), lambda: bool(BadL()), lambda: str(BadS()), lambda: repr(BadS()), lambda: f"{BadS()}", lambda: f"{BadS()!r}", lambda: print(BadS())):
    try: f(); print("?")
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class E(Exception):
    def __repr__(self): return "E!"
print(E("x"), repr(E("x")), f"{E('y')!r}")
class E2(Exception):
    def __str__(self): return "E2!" + str(self.args)
print(E2("x"), [E2("z")])
