print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2))
print("{0[1]} {1[key]}".format([1, 2], {"key": 3}))
print("{:>8} {:<8}| {:^8}|".format("r", "l", "c"))
print("{:08.3f} {:+d} {:,}".format(3.14159, 5, 1000000))
print("{!r} {!s}".format("q", "q"))
print("{{}} {}".format("x"))
print("{:{}}".format("w", 5) + "|")


class P:
    x = 3

    def __format__(self, spec):
        return f"P<{spec}>"


print("{0.x} {0:abc}".format(P()), f"{P():z}", format(P(), ""))
try:
    "{} {}".format(1)
except IndexError as error:
    print(error)
try:
    "{a}".format(b=1)
except KeyError as error:
    print(repr(error))
