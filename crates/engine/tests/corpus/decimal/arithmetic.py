from decimal import Decimal as D

print(D("0.1") + D("0.2"), D("1.10") + 1, D("3") - D("5.50"), D("1.5") * D("2.25"), D(1) / D(3), D(10) / D(4), D("7") // D("2"), D("-7") % D("3"))
print(D(2) ** 10, D("1.1") ** 3, D(2) ** -2, D(2) ** D("0.5"), D(9) ** D("0.5"), D(2).sqrt(), D("0.25").sqrt(), divmod(D(17), D(5)))
print(D(5), D("5.00"), D("-0"), D("1E+5"), D("1e-10"), D("123456789E-15"), D((1, (1, 2, 3), -2)), D(0.1), D("  3.5 "), D("1_000.5"))
print(repr(D("3.14")), str(D("1E3")), D("Infinity"), D("-inf"), D("nan"), D("1E+3").normalize(), D("100").normalize(), D("1.2300").normalize())
print(D("2.5") == 2.5, D("0.1") == 0.1, D(1) == 1, D("1.0") < 2, D("3") > D("2.9"), D("1.10") == D("1.1"), hash(D("2")) == hash(2), hash(D("0.5")) == hash(0.5))
print(int(D("3.9")), int(D("-3.9")), float(D("3.14")), round(D("2.5")), round(D("3.5")), round(D("2.675"), 2), abs(D("-4.2")), -D("1"), +D("1.20"), bool(D(0)))
print(D("123.456").as_tuple(), D("0.75").as_integer_ratio(), D("123.456").adjusted(), D("-5").is_signed(), D("nan").is_nan(), D("inf").is_infinite())
print(sum([D("0.1")] * 10), max(D("1.5"), D("0.5")), sorted([D("3"), D("1"), D("2")]), D("5").compare(D("7")), D("1").copy_negate(), D("5") + True)
print(D(1).exp(), D(10).ln(), D(1000).log10(), D("2").log10(), D("1234.5").to_integral_value(), D("10") ** 30, D(7) / D("0.3"), D("1e400") * 10)
for call in (lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("abc"), lambda: D("inf") - D("inf"), lambda: D(-1).sqrt(), lambda: D([1]), lambda: D({}), lambda: int(D("nan")), lambda: int(D("inf")), lambda: D(1) % 0, lambda: D("1e50").quantize(D("0.01"))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
