for spec in ("", "s", "5", "10", "<10", ">10", "^10", "*^9", ".2", "10.2", "-^10.3s", "0>6", "06", "é<6", "^", "=<6"):
    print(repr(spec), [format(text, spec) + "|" for text in ("abc", "", "日本")])
for spec in ("d", "+", "=5", ",", "#", "z", "5.x", " s", "_", "x", "f"):
    try: print(format("abc", spec))
    except ValueError as error: print(spec, "->", error)
print(f"{'a':>3}{'b':^3}{'c':<3}|", f"{'x' * 3:*^9}", f"{'left':<10}{'right':>10}|", "{:<8}|{:>8}|{:^8}".format("a", "b", "c"), f"{None!s:>6}|{None}", f"{[1, 2]!s:>10}", f"{'q'!r:>5}", f"{'é'!a}", f"{str(3.0):>6}")
for value in (None, [1], {"a": 1}, (1, 2), {1}, object, range(2), b"x", ..., len):
    try: print(format(value), format(value, ">30"))
    except TypeError as error: print(error)
class Temperature:
    def __init__(self, degrees): self.degrees = degrees
    def __format__(self, spec): return f"{self.degrees:.1f}°{spec or 'C'}"
    def __str__(self): return "str!"
t = Temperature(21.456); print(f"{t}", f"{t:F}", "{:K} {}".format(t, t), format(t), str(t), f"{t!s}", "%s" % t)
class Plain:
    def __str__(self): return "plain"
print(f"{Plain()}", f"{Plain()!s:>8}")
try: f"{Plain():>8}"
except TypeError as error: print(error)
