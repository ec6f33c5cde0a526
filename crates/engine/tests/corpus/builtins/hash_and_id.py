print(hash(1), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(10**20), hash(-10**20), hash(True), hash(0.0), hash(-0.0), hash(1.5), hash(1e300), hash(float("inf")), hash(0.1), hash(1j), hash(2.5 + 0j) == hash(2.5), hash((1, 2, 3)), hash(()), hash((1,)), hash((1, (2, 3))), hash((1.5, -1)), hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([frozenset()])), hash(range(3)) == hash(range(0, 3, 1)), hash(""), hash(b""))
print(hash("a") == hash("a"), hash("abc") == hash("ab" + "c"), hash((1, "a")) == hash((1, "a")), hash(3) == hash(3.0) == hash(3 + 0j), hash(True) == hash(1), len({1, 1.0, True, 1 + 0j}), {(1, 2): "t"}[(1.0, 2)])
class ByValue:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, ByValue) and self.v == o.v
    def __hash__(self): return hash(("ByValue", self.v))
class NoHash:
    def __eq__(self, o): return True
class Plain: pass
class Custom:
    def __hash__(self): return 2**70 + 5
class Minus:
    def __hash__(self): return -1
print(hash(ByValue(1)) == hash(ByValue(1)), len({ByValue(1), ByValue(1), ByValue(2)}), ByValue(1) in [ByValue(1)], hash(Custom()), hash(Minus()), NoHash.__hash__)
p = Plain(); print(hash(p) == hash(p), p == p, p != Plain(), {p: 1}[p], id(p) == id(p), p is p, id(p) != id(Plain), hash(len) == hash(len), hash(int) == hash(int), hash(None) == hash(None), hash(p.__init__) == hash(p.__init__))
for value in ([], {}, set(), bytearray(), NoHash(), (1, []), slice(1), {1: 2}.keys()):
    try: hash(value); print("hashable", type(value).__name__)
    except TypeError as error: print(error)
class Wrong:
    def __hash__(self): return "x"
try: hash(Wrong())
except TypeError as error: print(error)
