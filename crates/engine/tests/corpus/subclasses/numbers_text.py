class Celsius(float):
    def __new__(cls, value, unit="C"):
        self = super().__new__(cls, value); self.unit = unit; return self
    def __str__(self): return f"{float(self):.1f}°{self.unit}"
    def __add__(self, other): return Celsius(float(self) + other, self.unit)
t = Celsius(21.55); print(t, repr(t), t.unit, t + 1, type(t + 1).__name__, t - 1, type(t - 1).__name__, t > 20, round(t, 1), int(t), f"{t:.2f}", f"{t}", "%s %.1f" % (t, t), sum([t, 1.0]), max(t, 30), hash(t) == hash(21.55), t == 21.55, {t: 1}[21.55], abs(Celsius(-3.0)), -t, t.is_integer(), divmod(t, 2), isinstance(t, float))
class Level(int):
    names = {10: "DEBUG", 20: "INFO"}
    def __str__(self): return self.names.get(int(self), "?")
    def __repr__(self): return f"<Level {int(self)}>"
    def __eq__(self, other): return int(self) == int(other)
    def __hash__(self): return int.__hash__(self)
    def __lt__(self, other): return int(self) < int(other)
v = Level(20); print(v, repr(v), [v], v + 1, v == 20, 20 == v, v < 30, v > 10, v * 2, v / 3, v // 3, v % 3, 2 ** v, v ** 2, v & 4, v | 1, v << 1, ~v, -v, range(3)[Level(1)], [0] * Level(2), "ab" * Level(2), f"{v}", f"{v:d}", "%d" % v, "%s" % v, int(v), float(v), bool(Level(0)), {20: "x"}[v], sorted([Level(3), Level(1)]), v.bit_length(), hex(v), v.real, Level("12"), Level(3.7), Level(), isinstance(v, int), v in [20], v in {20}, str(v), format(v), format(v, "5"))
class Path(str):
    def __truediv__(self, other): return Path(f"{self}/{other}")
    @property
    def parts(self): return self.split("/")
    def __new__(cls, *parts): return super().__new__(cls, "/".join(parts))
p = Path("a", "b"); print(p, p / "c", type(p / "c").__name__, p.parts, p.upper(), type(p.upper()).__name__, p + "x", "x" + p, p * 2, len(p), p[0], p[1:], "b" in p, p == "a/b", "a/b" == p, hash(p) == hash("a/b"), {p: 1}["a/b"], f"{p:>6}", f"{p!r}", "%s" % p, p.encode(), p.join(["1", "2"]), "-".join([p, p]), p.replace("a", "z"), sorted([Path("b"), Path("a")]), p < "b", list(p), str(p), type(str(p)).__name__, isinstance(p, str), p.startswith("a"), p % (), Path("%s") % 5, max(p), int(Path("42")), p is str(p), repr(p), bool(Path("")))
class Flags(frozenset):
    def __repr__(self): return "Flags(" + "|".join(sorted(self)) + ")"
f = Flags(["a", "b"]); print(f, f | {"c"} == {"a", "b", "c"}, "a" in f, len(f), {f: 1}[frozenset("ab")], f == {"a", "b"}, f <= {"a", "b", "z"}, sorted(f), hash(f) == hash(frozenset("ab")))
class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def a(self): return self[0]
    def __add__(self, other): return Pair(self[0] + other[0], self[1] + other[1])
    def __repr__(self): return f"Pair({self[0]}, {self[1]})"
q = Pair(1, 2); print(q, q.a, q + Pair(3, 4), q == (1, 2), hash(q) == hash((1, 2)), len(q), list(q), q[::-1], (lambda x, y: x + y)(*q), q < (1, 3), q in {(1, 2)}, "%d-%d" % q, "{}:{}".format(*q), q * 2, sum(q), max(q), q.index(2), q.count(1), type(q[:1]).__name__, isinstance(q, tuple), sorted([Pair(2, 1), Pair(1, 2)]))
class Raw(bytes):
    def show(self): return self.hex()
r = Raw(b"\x01\x02"); print(r, r.show(), r + b"x", r[0], len(r), r == b"\x01\x02", bytes(r), list(r), Raw([65]), Raw("é", "utf8"), r.decode("latin1") == "\x01\x02")
class Buf(bytearray):
    def put(self, text): self.extend(text.encode()); return self
b = Buf(); b.put("ab").put("c"); b += b"!"; b[0] = 90; print(b, bytes(b), len(b), b.decode(), b[1:3], type(b).__name__, b == b"Zbc!")
class Cx(complex):
    def __abs__(self): return "len"
print(Cx(3, 4), abs(Cx(3, 4)), Cx(1) + 1, Cx(1j) == 1j)
