import math

print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.nan == math.nan, math.inf > 10**100)
print(math.fmod(-7, 3), math.fmod(7.5, -2), math.remainder(7, 4), math.remainder(-7.5, 2), math.modf(3.75), math.modf(-2.5), math.modf(math.inf))
print(math.frexp(10), math.frexp(-0.1), math.frexp(0), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.fabs(-3))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), math.ulp(1), math.nextafter(1, 2))
print(math.gamma(5), math.gamma(0.5), math.lgamma(10.5), math.lgamma(-0.5), math.gamma(-1.5), math.erf(0.5))
for call in (
    lambda: math.fmod(1, 0),
    lambda: math.remainder(1, 0),
    lambda: math.gamma(0),
    lambda: math.gamma(200),
    lambda: math.ldexp(1.0, 5000),
    lambda: math.isclose(1, 1, rel_tol=-1),
    lambda: math.dist((1,), (1, 2)),
    lambda: math.fsum([1, "a"]),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Real:
    def __float__(self):
        return 2.25


print(math.sqrt(Real()), math.floor(Real()), math.isnan(Real()))
