"""decimal: a sign, an int of digits and an exponent; results are rounded to the context's precision.

(Over 400 lines because a number's methods are one class.)
"""

import math as _math
import numbers as _numbers
from collections import namedtuple as _namedtuple

import _decimal_real as _real
from _decimal_context import *
from _decimal_context import rounds_up
from _decimal_format import formatted, parse, split

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = -1999999999999999997
HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")



def _make(sign, digits, exponent, special=""):
    self = object.__new__(Decimal)
    object.__setattr__(self, "_sign", sign)
    object.__setattr__(self, "_int", digits)
    object.__setattr__(self, "_exp", exponent)
    object.__setattr__(self, "_special", special)
    return self


class Decimal:
    __slots__ = ("_sign", "_int", "_exp", "_special")
    __module__ = "decimal"

    def __new__(cls, value="0", context=None):
        made = _converted(value, context)
        if cls is Decimal:
            return made
        self = object.__new__(cls)
        for name in Decimal.__slots__:
            object.__setattr__(self, name, getattr(made, name))
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError("argument must be int or float")
        return cls(f)

    def as_tuple(self):
        exponent = {"": self._exp, "inf": "F", "nan": "n", "snan": "N"}[self._special]
        return DecimalTuple(self._sign, tuple(map(int, str(self._int))) if not self._special else (0,) if self._special == "inf" else (), exponent)

    def as_integer_ratio(self):
        if self._special:
            if self._special == "inf":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        n, d = (self._int * 10 ** self._exp, 1) if self._exp >= 0 else (self._int, 10 ** -self._exp)
        common = _math.gcd(n, d)
        return (-n if self._sign else n) // common, d // common

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self, eng=False):
        sign = "-" if self._sign else ""
        if self._special:
            return sign + {"inf": "Infinity", "nan": "NaN", "snan": "sNaN"}[self._special]
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        elif not eng:
            dot = 1
        elif not self._int:
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        whole, rest = split(digits, dot)
        power = "" if left == dot else ("E" if getcontext().capitals else "e") + "%+d" % (left - dot)
        return sign + whole + rest + power

    def to_eng_string(self, context=None):
        return self.__str__(True)

    def __format__(self, spec, context=None):
        return formatted(self, spec)

    def _fix(self, context=None):
        context = context or getcontext()
        if self._special:
            return self
        drop = len(str(self._int)) - context.prec
        if drop <= 0 or not self._int:
            return self
        unit = 10 ** drop
        kept, dropped = divmod(self._int, unit)
        if rounds_up(self._sign, kept, dropped, unit, context.rounding):
            kept += 1
            if len(str(kept)) > context.prec:
                kept //= 10
                drop += 1
        context._signal(Rounded)
        if dropped:
            context._signal(Inexact)
        return _make(self._sign, kept, self._exp + drop)

    def _rescaled(self, exponent, rounding):
        if exponent <= self._exp or not self._int:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent) if self._int else 0, exponent)
        unit = 10 ** (exponent - self._exp)
        kept, dropped = divmod(self._int, unit)
        return _make(self._sign, kept + rounds_up(self._sign, kept, dropped, unit, rounding), exponent)

    def _nan(self, other=None):
        for value in (self, other):
            if value is not None and value._special == "snan":
                getcontext()._signal(InvalidOperation)
                return _make(value._sign, 0, 0, "nan")
        for value in (self, other):
            if value is not None and value._special == "nan":
                return value

    def __add__(self, other, turned=False):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if self._special or other._special:
            nan = self._nan(other)
            if nan is not None:
                return nan
            if self._special and other._special and self._sign != other._sign:
                return _invalid(InvalidOperation)
            return self if self._special else other
        exponent = min(self._exp, other._exp)
        a = _signed(self) * 10 ** (self._exp - exponent)
        b = _signed(other) * 10 ** (other._exp - exponent)
        total = a + b
        if total:
            sign = int(total < 0)
        else:
            sign = int(self._sign and other._sign or self._sign != other._sign and getcontext().rounding == ROUND_FLOOR)
        return _make(sign, abs(total), exponent)._fix()

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self + other.copy_negate()

    def __rsub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other - self

    def __mul__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(other)
            if nan is not None:
                return nan
            if not self or not other:
                return _invalid(InvalidOperation)
            return _make(sign, 0, 0, "inf")
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix()

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(other)
            if nan is not None:
                return nan
            if self._special and other._special:
                return _invalid(InvalidOperation)
            return _make(sign, 0, 0, "inf" if self._special else "")
        if not other._int:
            return _by_zero(self, sign)
        ideal = self._exp - other._exp
        if not self._int:
            return _make(sign, 0, ideal)
        shift = len(str(other._int)) - len(str(self._int)) + getcontext().prec + 1
        if shift >= 0:
            digits, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            digits, rest = divmod(self._int, other._int * 10 ** -shift)
        exponent = ideal - shift
        if rest:
            digits += digits % 5 == 0
        else:
            while exponent < ideal and digits % 10 == 0:
                digits //= 10
                exponent += 1
        return _make(sign, digits, exponent)._fix()

    def __rtruediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other / self

    def _whole_division(self, other):
        """The integer quotient and the rest, both unrounded; None where there is an answer already, which comes third."""
        nan = self._nan(other)
        if nan is not None:
            return None, None, (nan, nan)
        if self._special:
            bad = _invalid(InvalidOperation)
            return None, None, (_make(self._sign ^ other._sign, 0, 0, "inf") if not other._special else bad, bad)
        if other._special:
            return 0, self, None
        exponent = min(self._exp, other._exp)
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        quotient, rest = divmod(a, b)
        if len(str(quotient)) > getcontext().prec:
            bad = _invalid(DivisionImpossible)
            return None, None, (bad, bad)
        return quotient, _make(self._sign, rest, exponent), None

    def __floordiv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        sign = self._sign ^ other._sign
        if not other._special and not other._int and not self._special:
            return _by_zero(self, sign)
        quotient, _, answer = self._whole_division(other)
        return answer[0] if answer else _make(sign, quotient, 0)

    def __rfloordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other // self

    def __mod__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if not other._special and not other._int and not self._special:
            return _invalid(InvalidOperation if self._int else DivisionUndefined)
        _, rest, answer = self._whole_division(other)
        return answer[1] if answer else rest._fix()

    def __rmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other % self

    def __divmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else (self // other, self % other)

    def __rdivmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else divmod(other, self)

    def remainder_near(self, other, context=None):
        other = _operand(other)
        quotient = (self / other).to_integral_value(ROUND_HALF_EVEN)
        return self - quotient * other

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if modulo is not None:
            modulo = _operand(modulo)
            return Decimal(pow(int(self), int(other), int(modulo)))
        nan = self._nan(other)
        if nan is not None:
            return nan
        if not other:
            return _invalid(InvalidOperation) if not self else _make(0, 1, 0)
        if other._special or self._special:
            return _special_power(self, other)
        whole = other == other.to_integral_value()
        if not self:
            sign = int(self._sign and whole and int(other) % 2)
            return _make(sign, 0, 0, "inf") if other._sign else _make(sign, 0, 0)
        if whole and abs(other) <= 100000 and len(str(self._int)) * abs(int(other)) < 200000:
            power = abs(int(other))
            exact = _make(self._sign if power % 2 else 0, self._int ** power, self._exp * power)
            if not other._sign:
                return exact._fix()
            return _make(0, 1, 0) / exact
        if self._sign and not whole:
            return _invalid(InvalidOperation)
        prec = getcontext().prec
        root = _rooted(self, other)
        if root is not None:
            return root
        n, d = _ratio(self.copy_abs())
        value, places = _real.ln(n, d, prec + len(str(other._int)) + abs(self.adjusted()) // 1000 + 12)
        n, d = _ratio(other)
        result = _exp_of(value * n, d * 10 ** places, prec)
        return result if not (self._sign and int(other) % 2) else result.copy_negate()

    def __rpow__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other ** self

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._special:
            nan = self._nan()
            if nan is not None:
                return nan
            return _invalid(InvalidOperation) if self._sign else self
        if not self._int:
            return _make(self._sign, 0, self._exp >> 1)
        if self._sign:
            return _invalid(InvalidOperation)
        exponent = self._exp >> 1
        digits, length = (self._int * 10, (len(str(self._int)) >> 1) + 1) if self._exp & 1 else (self._int, len(str(self._int)) + 1 >> 1)
        shift = context.prec + 1 - length
        rest = 0
        if shift >= 0:
            digits *= 100 ** shift
        else:
            digits, rest = divmod(digits, 100 ** -shift)
        exponent -= shift
        root = _math.isqrt(digits)
        if not rest and root * root == digits:
            root = root // 10 ** shift if shift >= 0 else root * 10 ** -shift
            exponent += shift
        elif root % 5 == 0:
            root += 1
        return _make(0, root, exponent)._fix(_even(context.prec))

    def exp(self, context=None):
        nan = self._nan()
        if nan is not None:
            return nan
        if self._special:
            return _make(0, 0, 0) if self._sign else self
        if not self:
            return _make(0, 1, 0)
        prec = (context or getcontext()).prec
        return _exp_of(*_ratio(self), prec)

    def ln(self, context=None):
        return self._logarithm(context, 1)

    def log10(self, context=None):
        text = str(self._int).rstrip("0") if not self._special else ""
        if text == "1" and not self._sign:
            return Decimal(self.adjusted())
        return self._logarithm(context, 10)

    def _logarithm(self, context, base):
        nan = self._nan()
        if nan is not None:
            return nan
        if not self:
            return _make(1, 0, 0, "inf")
        if self._sign:
            return _invalid(InvalidOperation)
        if self._special:
            return self
        if self == 1:
            return _make(0, 0, 0)
        prec = (context or getcontext()).prec
        value, places = _real.ln(*_ratio(self), prec + 14)
        if base == 10:
            ten, ten_places = _real.ln(10, 1, prec + 14)
            value = value * 10 ** ten_places // ten
        return _make(int(value < 0), abs(value), -places)._fix(_even(prec))

    def logb(self, context=None):
        return Decimal(self.adjusted())

    def quantize(self, exp, rounding=None, context=None):
        exp = _operand(exp)
        if exp is NotImplemented:
            raise TypeError("conversion from " + type(exp).__name__ + " to Decimal is not supported")
        context = context or getcontext()
        if self._special or exp._special:
            nan = self._nan(exp)
            if nan is not None:
                return nan
            return self if self._special and exp._special else _invalid(InvalidOperation)
        result = self._rescaled(exp._exp, rounding or context.rounding)
        if len(str(result._int)) > context.prec:
            return _invalid(InvalidOperation)
        if result._exp > self._exp:
            context._signal(Rounded)
            if result != self:
                context._signal(Inexact)
        return result

    def to_integral_value(self, rounding=None, context=None):
        if self._special or self._exp >= 0:
            return self
        return self._rescaled(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        if self._special:
            return self
        result = self._fix(context)
        if not result._int:
            return _make(result._sign, 0, 0)
        digits, exponent = result._int, result._exp
        while digits % 10 == 0:
            digits //= 10
            exponent += 1
        return _make(result._sign, digits, exponent)

    def fma(self, other, third, context=None):
        other, third = _operand(other), _operand(third)
        product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product + third

    def scaleb(self, other, context=None):
        return _make(self._sign, self._int, self._exp + int(other))

    def shift(self, other, context=None):
        by = int(other)
        digits = self._int * 10 ** by if by >= 0 else self._int // 10 ** -by
        return _make(self._sign, digits % 10 ** getcontext().prec, self._exp)

    def adjusted(self):
        return 0 if self._special else self._exp + len(str(self._int)) - 1

    def conjugate(self):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return _make(_operand(other)._sign, self._int, self._exp, self._special)

    def __neg__(self):
        if not self and getcontext().rounding != ROUND_FLOOR:
            return self.copy_abs()._fix()
        return self.copy_negate()._fix()

    def __pos__(self):
        if not self and getcontext().rounding != ROUND_FLOOR:
            return self.copy_abs()._fix()
        return self._fix()

    def __abs__(self):
        return self.copy_abs()._fix()

    def _order(self, other):
        if self._special == "inf" or other._special == "inf":
            a = (-1 if self._sign else 1) if self._special else 0
            b = (-1 if other._sign else 1) if other._special else 0
            return (a > b) - (a < b)
        exponent = min(self._exp, other._exp)
        a = _signed(self) * 10 ** (self._exp - exponent)
        b = _signed(other) * 10 ** (other._exp - exponent)
        return (a > b) - (a < b)

    def _test(self, other, op, is_equality=False):
        if isinstance(other, float):
            other = Decimal(other)
        elif isinstance(other, _numbers.Rational) and not isinstance(other, int):
            return op(_compared(self * other.denominator, Decimal(other.numerator)), 0)
        else:
            other = _operand(other)
        if other is NotImplemented:
            return other
        if "nan" in self._special or "nan" in other._special:
            if not is_equality:
                getcontext()._signal(InvalidOperation)
            return False
        return op(self._order(other), 0)

    def __eq__(self, other):
        return self._test(other, lambda a, b: a == b, True)

    def __ne__(self, other):
        result = self._test(other, lambda a, b: a == b, True)
        return result if result is NotImplemented else not result

    def __lt__(self, other):
        return self._test(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._test(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._test(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._test(other, lambda a, b: a >= b)

    def compare(self, other, context=None):
        other = _operand(other)
        nan = self._nan(other)
        return nan if nan is not None else Decimal(self._order(other))

    def max(self, other, context=None):
        other = _operand(other)
        if "nan" in self._special:
            return other
        return (self if "nan" in other._special or self._order(other) >= 0 else other)._fix()

    def min(self, other, context=None):
        other = _operand(other)
        return -(-self).max(-other)

    def same_quantum(self, other, context=None):
        return self._special == other._special and self._exp == other._exp

    def is_nan(self):
        return "nan" in self._special

    def is_qnan(self):
        return self._special == "nan"

    def is_snan(self):
        return self._special == "snan"

    def is_infinite(self):
        return self._special == "inf"

    def is_finite(self):
        return not self._special

    def is_signed(self):
        return bool(self._sign)

    def is_zero(self):
        return not self._special and not self._int

    def is_normal(self, context=None):
        return not self._special and bool(self._int)

    def number_class(self, context=None):
        if "nan" in self._special:
            return "sNaN" if self._special == "snan" else "NaN"
        kind = "Infinity" if self._special else "Normal" if self._int else "Zero"
        return ("-" if self._sign else "+") + kind

    def __bool__(self):
        return bool(self._special or self._int)

    def __hash__(self):
        if self._special:
            if self._special == "snan":
                raise TypeError("Cannot hash a signaling NaN value.")
            return object.__hash__(self) if self._special == "nan" else -314159 if self._sign else 314159
        modulus = 2 ** 61 - 1
        factor = pow(10, self._exp, modulus)
        value = self._int * factor % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def __int__(self):
        if self._special:
            if self._special == "inf":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        value = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._special == "snan":
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        if n is not None:
            return self.quantize(_make(0, 1, -n), ROUND_HALF_EVEN)
        return int(self.to_integral_value(ROUND_HALF_EVEN))

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_numbers.Number.register(Decimal)


def _signed(value):
    return -value._int if value._sign else value._int


def _compared(a, b):
    return a._order(b)


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    return NotImplemented


def _invalid(kind):
    getcontext()._signal(kind if kind is InvalidOperation else InvalidOperation, kind)
    return _make(0, 0, 0, "nan")


def _by_zero(value, sign):
    if not value._int:
        return _invalid(DivisionUndefined)
    getcontext()._signal(DivisionByZero)
    return _make(sign, 0, 0, "inf")


def _converted(value, context):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        parts = parse(value)
        return _make(*parts) if parts else _invalid(ConversionSyntax)
    if isinstance(value, int):
        return _operand(value)
    if isinstance(value, float):
        if _math.isnan(value):
            return _make(0, 0, 0, "nan")
        sign = int(_math.copysign(1.0, value) < 0)
        if _math.isinf(value):
            return _make(sign, 0, 0, "inf")
        n, d = abs(value).as_integer_ratio()
        power = d.bit_length() - 1
        return _make(sign, n * 5 ** power, -power)
    if isinstance(value, (tuple, list)):
        if len(value) != 3:
            raise ValueError("argument must be a sequence of length 3")
        sign, digits, exponent = value
        if exponent in ("F", "n", "N"):
            return _make(sign, 0, 0, {"F": "inf", "n": "nan", "N": "snan"}[exponent])
        return _make(sign, int("".join(map(str, digits)) or "0"), exponent)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _special_power(base, power):
    if power._special:
        if base == 1:
            return _make(0, 1, 0)
        grows = (base.copy_abs() > 1) != bool(power._sign)
        return _make(0, 0, 0, "inf") if grows else _make(0, 0, 0)
    sign = int(base._sign and power == power.to_integral_value() and int(power) % 2)
    return _make(sign, 0, 0) if power._sign else _make(sign, 0, 0, "inf")


def _rooted(base, power):
    """An exact power with a fraction such as 4 ** 0.5; None where it is not exact."""
    if power == Decimal("0.5") and not base._sign:
        root = base.sqrt()
        if root * root == base:
            digits, exponent = root._int, root._exp
            width = getcontext().prec - len(str(digits))
            return _make(0, digits * 10 ** width, exponent - width)
        return root
    return None


def _ratio(value):
    n = _signed(value)
    return (n * 10 ** value._exp, 1) if value._exp >= 0 else (n, 10 ** -value._exp)


def _even(prec):
    return Context(prec, ROUND_HALF_EVEN, traps=[])


def _exp_of(n, d, prec):
    parts = _real.exp(n, d, prec + 12)
    if parts is not None:
        return _make(0, *parts)._fix(_even(prec))
    if n < 0:
        return _make(0, 0, 0)
    getcontext()._signal(Overflow)
    return _make(0, 0, 0, "inf")
