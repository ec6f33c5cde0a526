import math
from fractions import Fraction as F

print(F(3, 6), F(-4, 6), F("3/7"), F("1.25"), F("-2e-3"), F(0.5), F(7), repr(F(1, 3)), F(" 5 "))
print(F(1, 2) + F(1, 3), F(1, 2) - 1, 2 * F(1, 4), F(1, 2) / F(3, 4), F(7, 2) // 1, F(7, 2) % 1, divmod(F(7, 2), 1), -F(1, 2), abs(F(-1, 2)))
print(F(1, 2) ** 2, F(1, 2) ** -2, F(4, 9) ** 0.5, F(1, 2) + 0.25, 1.5 * F(1, 3), 2 ** F(3), 1 / F(1, 7))
print(F(1, 2) == 0.5, F(1, 3) < F(1, 2), F(3, 2) > 1, F(1, 2) <= 0.5, F(2) == 2, hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5))
print(int(F(7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 3), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)))
print(F(math.pi).limit_denominator(100), F("3.1415926").limit_denominator(1000), F(3, 4).numerator, F(3, 4).denominator, F(3, 4).as_integer_ratio(), F.from_float(0.75))
print(sum([F(1, 3)] * 3), max(F(1, 3), F(1, 2)), sorted([F(1, 2), F(1, 3), F(3, 4)]), bool(F(0)), f"{F(1, 3)}", {F(1, 2): "half"}[0.5])
for call in (lambda: F(1, 0), lambda: F("abc"), lambda: F(1.5, 2), lambda: F([1]), lambda: F(0) ** -1, lambda: F(1, 2) < "a", lambda: F(1) / 0):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
