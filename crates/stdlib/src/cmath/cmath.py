"""cmath: complex numbers by way of the real functions."""

import math as _math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _complex(z):
    if isinstance(z, complex):
        return z
    if isinstance(z, str):
        raise TypeError("must be real number, not str")
    return complex(z)


def phase(z, /):
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    return abs(_complex(z)), phase(z)


def rect(r, phi, /):
    if not phi:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(z, /):
    z = _complex(z)
    size = _math.exp(z.real)
    return complex(size * _math.cos(z.imag), size * _math.sin(z.imag))


def log(z, base=None, /):
    z = _complex(z)
    if not z:
        raise ValueError("math domain error")
    result = complex(_math.log(abs(z)), phase(z))
    return result if base is None else result / log(base)


def log10(z, /):
    z = _complex(z)
    if not z:
        raise ValueError("math domain error")
    return complex(_math.log10(abs(z)), phase(z) / _math.log(10.0))


def sqrt(z, /):
    z = _complex(z)
    a, b = z.real, z.imag
    if not a and not b:
        return complex(0.0, b)
    ax, ay = abs(a) / 8.0, abs(b)
    s = 2.0 * _math.sqrt(ax + _math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if a >= 0.0:
        return complex(s, _math.copysign(d, b))
    return complex(d, _math.copysign(s, b))


def sin(z, /):
    z = _complex(z)
    return complex(_math.sin(z.real) * _math.cosh(z.imag), _math.cos(z.real) * _math.sinh(z.imag))


def cos(z, /):
    z = _complex(z)
    return complex(_math.cos(z.real) * _math.cosh(z.imag), -_math.sin(z.real) * _math.sinh(z.imag))


def tan(z, /):
    return sin(z) / cos(z)


def sinh(z, /):
    z = _complex(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def cosh(z, /):
    z = _complex(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def tanh(z, /):
    return sinh(z) / cosh(z)


def asinh(z, /):
    z = _complex(z)
    return log(z + sqrt(z * z + 1))


def acosh(z, /):
    z = _complex(z)
    return log(z + sqrt(z + 1) * sqrt(z - 1))


def atanh(z, /):
    z = _complex(z)
    return (log(1 + z) - log(1 - z)) / 2


def asin(z, /):
    w = asinh(1j * _complex(z))
    return complex(w.imag, -w.real)


def acos(z, /):
    return pi / 2 - asin(z)


def atan(z, /):
    w = atanh(1j * _complex(z))
    return complex(w.imag, -w.real)


def isfinite(z, /):
    z = _complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    a, b = _complex(a), _complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    apart = abs(a - b)
    return apart <= rel_tol * abs(b) or apart <= rel_tol * abs(a) or apart <= abs_tol
