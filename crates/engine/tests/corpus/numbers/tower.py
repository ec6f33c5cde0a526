import numbers
from fractions import Fraction

for value in (1, True, 1.5, 1j, Fraction(1, 2), "1", None):
    kinds = [kind.__name__ for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(value, kind)]
    print(repr(value), kinds)
print(issubclass(int, numbers.Real), issubclass(float, numbers.Rational), issubclass(numbers.Integral, numbers.Number))
