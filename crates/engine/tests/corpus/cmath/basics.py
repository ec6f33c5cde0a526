import cmath

print(cmath.sqrt(-1), cmath.sqrt(-4), cmath.sqrt(4), cmath.phase(-1), cmath.polar(3 + 4j), cmath.rect(2, 0))
print(cmath.exp(0), cmath.log(1), cmath.isclose(cmath.exp(1j * cmath.pi), -1), cmath.pi, cmath.isnan(cmath.nan), cmath.isinf(complex(0, cmath.inf)))
print(abs(3 + 4j), (1 + 2j).conjugate(), cmath.isfinite(1j), cmath.isclose(1 + 1e-10j, 1))


def roots(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print(roots(1, 0, 1), roots(1, -3, 2), roots(1, 2, 5))
try:
    cmath.log(0)
except ValueError as error:
    print(error)
