import math

print([math.factorial(n) for n in range(8)], math.factorial(30))
print(math.comb(5, 2), math.comb(52, 5), math.comb(3, 5), math.perm(5, 2), math.perm(5), math.perm(3, 7))
print(math.gcd(12, 18), math.gcd(), math.gcd(7, -21, 14), math.lcm(4, 6), math.lcm(), math.lcm(3, 0))
print(math.isqrt(17), math.isqrt(10**40), math.prod([1, 2, 3.5]), math.prod([], start=7), math.prod(range(1, 6)))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(1e20), math.ceil(3), math.trunc(True))
for call in (
    lambda: math.factorial(-1),
    lambda: math.factorial(2.5),
    lambda: math.comb(-1, 2),
    lambda: math.comb(2, -1),
    lambda: math.isqrt(-4),
    lambda: math.gcd(1.5, 2),
    lambda: math.floor(math.inf),
    lambda: math.ceil(math.nan),
    lambda: math.floor("x"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Meters:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


print(math.floor(Meters()), math.ceil(Meters()), math.trunc(Meters()))
