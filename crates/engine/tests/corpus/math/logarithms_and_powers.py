import math

print(math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.log(0.1), math.log(10**400))
print(math.log2(2**2000), math.log10(10**350), math.log(3, 10), math.log(1), math.exp(1), math.exp(-1), math.exp2(10))
print(math.expm1(1e-5), math.pow(2, 0.5), math.pow(2, 10), math.sqrt(2), 2**0.5, 10**-3, 7.5**3.2)
print(math.pow(1, math.nan), math.pow(math.inf, 0), math.e**2, math.sqrt(16), math.exp(0))
for call in (
    lambda: math.sqrt(-1),
    lambda: math.log(0),
    lambda: math.log(-5),
    lambda: math.log(5, 1),
    lambda: math.exp(1000),
    lambda: math.pow(0, -1),
    lambda: math.pow(-8, 1 / 3),
    lambda: math.pow(10, 400),
    lambda: math.sqrt("4"),
    lambda: math.sqrt(),
    lambda: math.log(),
    lambda: math.sqrt(10**400),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
