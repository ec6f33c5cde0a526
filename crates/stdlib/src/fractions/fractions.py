"""fractions: numerator and denominator in lowest terms."""

import math as _math
import numbers as _numbers
import re as _re

_pattern = _re.compile(
    r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)(?:(?:/(?P<denom>\d+(_\d+)*))?|"
    r"(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:[eE](?P<exp>[-+]?\d+(_\d+)*))?)\s*\Z"
)


class Fraction(_numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                n, d = numerator, 1
            elif isinstance(numerator, _numbers.Rational):
                n, d = numerator.numerator, numerator.denominator
            elif isinstance(numerator, str):
                n, d = _parsed(numerator)
            elif isinstance(numerator, float) or hasattr(numerator, "as_integer_ratio"):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
            n = numerator.numerator * denominator.denominator
            d = numerator.denominator * denominator.numerator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        common = _math.gcd(n, d)
        if d < 0:
            common = -common
        self._numerator = n // common
        self._denominator = d // common
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)
    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        bound1 = Fraction(p0 + k * p1, q0 + k * q1)
        bound2 = Fraction(p1, q1)
        return bound2 if abs(bound2 - self) <= abs(bound1 - self) else bound1

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def _apply(self, other, exact, rough, turned=False):
        if isinstance(other, (int, Fraction)) or isinstance(other, _numbers.Rational):
            a, b = (self, Fraction(other))
            return exact(b, a) if turned else exact(a, b)
        if isinstance(other, (float, complex)):
            own = float(self)
            return rough(other, own) if turned else rough(own, other)
        return NotImplemented

    def __add__(self, other):
        return self._apply(other, _add, lambda a, b: a + b)

    def __radd__(self, other):
        return self._apply(other, _add, lambda a, b: a + b, True)

    def __sub__(self, other):
        return self._apply(other, _sub, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._apply(other, _sub, lambda a, b: a - b, True)

    def __mul__(self, other):
        return self._apply(other, _mul, lambda a, b: a * b)

    def __rmul__(self, other):
        return self._apply(other, _mul, lambda a, b: a * b, True)

    def __truediv__(self, other):
        return self._apply(other, _div, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._apply(other, _div, lambda a, b: a / b, True)

    def __floordiv__(self, other):
        return self._apply(other, _floordiv, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return self._apply(other, _floordiv, lambda a, b: a // b, True)

    def __mod__(self, other):
        return self._apply(other, _mod, lambda a, b: a % b)

    def __rmod__(self, other):
        return self._apply(other, _mod, lambda a, b: a % b, True)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, other):
        if isinstance(other, _numbers.Rational):
            if other.denominator != 1:
                return float(self) ** float(other)
            power = other.numerator
            n, d = self._numerator, self._denominator
            if power >= 0:
                return Fraction(n ** power, d ** power)
            if n == 0:
                raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
            return Fraction(d ** -power, n ** -power)
        if isinstance(other, (float, complex)):
            return float(self) ** other
        return NotImplemented

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, _numbers.Rational):
            return Fraction(other) ** self
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator or rest * 2 == self._denominator and whole % 2 == 0:
                return whole
            return whole + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        modulus = 2 ** 61 - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(self, other):
        if isinstance(other, _numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return 0.0 == other
            return self == Fraction.from_float(other)
        return NotImplemented

    def _ordered(self, other, op):
        if isinstance(other, _numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return op(0.0, other)
            return op(self, Fraction.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._ordered(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._ordered(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._ordered(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._ordered(other, lambda a, b: a >= b)

    def __bool__(self):
        return bool(self._numerator)

    def conjugate(self):
        return +self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)


def _parsed(text):
    match = _pattern.match(text)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    n, d = int(match.group("num") or "0"), 1
    if match.group("denom"):
        d = int(match.group("denom"))
    else:
        decimal = (match.group("decimal") or "").replace("_", "")
        if decimal:
            d = 10 ** len(decimal)
            n = n * d + int(decimal)
        exponent = int(match.group("exp") or 0)
        if exponent >= 0:
            n *= 10 ** exponent
        else:
            d *= 10 ** -exponent
    return -n if match.group("sign") == "-" else n, d


def _add(a, b):
    return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _mod(a, b):
    return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator), a._denominator * b._denominator)
