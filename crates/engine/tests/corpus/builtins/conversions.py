print(int(), int(3.9), int(-3.9), int("42"), int("  -7 \n"), int("1_000"), int("ff", 16), int("0b11", 0), int("0o17", 0), int("0xFF", 0), int("101", base=2), int(b"12"), int(True), int(10**20), int("9" * 25), int(1e20))
print(float(), float("1.5"), float(" 2e3 "), float("inf"), float("-Infinity"), float("nan"), float(3), float(True), float("1_0.5"), float(b"2.5"), float(".5"), float("5."), float("1e-400"), float("1e400"))
print(str(), str(1.0), str(None), str([1, "a"]), str(b"abc", "ascii"), str(object=5), str(b"\xc3\xa9", encoding="utf-8"), str(b"x"), bool(), bool([]), bool("0"), bool(0.0), bool(None), bool([0]), bool(range(0)))
print(list("abc"), list((1, 2)), list({"a": 1}), list(range(3)), list(), tuple("ab"), tuple([1]), tuple(), tuple({"k": 1}), set("aab") == {"a", "b"}, frozenset([1, 1]), dict(), dict(a=1), dict([("x", 1), ("y", 2)]), dict({"k": "v"}, z=3), dict(zip("ab", "cd")), dict([["p", "q"]]), bytes([65, 66]), bytes("é", "utf-8"), bytearray(b"xy"), complex("1+2j"))
class Convert:
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __str__(self): return "text"
    def __bool__(self): return False
    def __iter__(self): return iter([1, 2])
    def __bytes__(self): return b"raw"
    def __complex__(self): return 1j
    def __hash__(self): return 99
    def __len__(self): return 4
    def __format__(self, spec): return f"<{spec}>"
c = Convert()
print(int(c), float(c), str(c), bool(c), list(c), tuple(c), set(c), bytes(c), complex(c), hash(c), len(c), format(c), format(c, "abc"), f"{c:xyz}", "{:q}".format(c), sum(c), [*c])
for call in (lambda: int("abc"), lambda: int("1.5"), lambda: int(""), lambda: int(None), lambda: int([]), lambda: int("12", 2), lambda: int("1", 99), lambda: int(5, 2), lambda: int(float("nan")), lambda: int(float("inf")), lambda: float("abc"), lambda: float(None), lambda: float([]), lambda: float(""), lambda: list(3), lambda: tuple(None), lambda: set(5), lambda: dict(3), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["abc"]), lambda: str(b"\xff", "ascii"), lambda: bytes("a"), lambda: set([[]]), lambda: frozenset([{}]), lambda: dict([([], 1)]), lambda: bool(1, 2), lambda: int("0x", 16), lambda: int("٣"), lambda: float("1__0"), lambda: int("1__0"), lambda: int(x="5")):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
