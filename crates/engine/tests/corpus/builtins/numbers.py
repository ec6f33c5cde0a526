print(abs(-3), abs(2.5), abs(-0.0), abs(3 + 4j), abs(True), abs(-10**20), divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(-7.5, 2), divmod(10**20, 7), divmod(True, 1))
print(pow(2, 10), pow(2, -1), pow(2, 0.5), pow(3, 4, 5), pow(3, -1, 7), pow(-2, 3, 5), pow(base=2, exp=3), pow(2, 3, mod=3), pow(0, 0), pow(10, 30), pow(-8, 1/3), pow(2, 200, 10**9 + 7))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(2.5, 0), round(5), round(True), round(1e300), round(0.5), round(1.5), round(-0.4), round(12.345, 1), round(15, -1), round(25, -1), round(1.005, 2), round(number=2.71828, ndigits=3), round(3.7, None))
print(bin(10), bin(-5), oct(8), hex(255), hex(-255), bin(0), hex(2**70), bin(True), format(255, "x"), f"{255:#b}", int("0b101", 2), int("0xff", 16), int("z", 36))
print(chr(65), chr(8364), ord("a"), ord("€"), ord(b"x"), chr(128512), chr(0) == "\0", ascii("é€😀"), ascii(["ñ"]), hash(7), hash(2**61 - 1), hash(2**61), hash(-1), hash(1.0) == hash(1), hash(0.5), hash(float("inf")), hash(True))
class Half:
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __pow__(self, other, mod=None): return ("pow", other, mod)
    def __index__(self): return 5
    def __trunc__(self): return 9
    def __floor__(self): return 8
print(abs(Half()), round(Half()), round(Half(), 2), divmod(Half(), 3), divmod(3, Half()), pow(Half(), 2), pow(Half(), 2, 3), bin(Half()), hex(Half()), chr(Half() .__index__() + 60), [0, 1, 2, 3, 4, 5, 6][Half()], range(Half()), int(Half()), float(Half()), "ab" * 2)
for call in (lambda: abs("a"), lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1), lambda: pow(2, 3, 0), lambda: pow("a", 2), lambda: pow(2.0, 3, 5), lambda: pow(2, -1, 4), lambda: pow(0, -1), lambda: round("a"), lambda: round(float("inf")), lambda: round(float("nan")), lambda: round(1.5, "a"), lambda: bin(1.5), lambda: chr(-1), lambda: chr(1114112), lambda: chr("a"), lambda: ord("ab"), lambda: ord(5), lambda: ord(""), lambda: hex("a"), lambda: hash([]), lambda: hash({}), lambda: round(), lambda: pow(2), lambda: abs(), lambda: hash((1, [])), lambda: 10.0 ** 400, lambda: 2 ** 0.5 ** 2000, lambda: 1 << -1, lambda: 5 % 0, lambda: 5.0 % 0, lambda: 5 // 0, lambda: 5 / 0, lambda: 0.0 / 0):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
