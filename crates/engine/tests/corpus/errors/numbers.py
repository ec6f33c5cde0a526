tries = [
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.5 % 0, lambda: 0 ** -1, lambda: 0.0 ** -1,
    lambda: divmod(1, 0), lambda: divmod(1.5, 0), lambda: pow(2, -1, 0), lambda: pow(2, 3, 0), lambda: 1 / 0.0, lambda: True / False, lambda: 10 ** 400 / 3,
    lambda: int("x"), lambda: int(""), lambda: int("1.5"), lambda: int(" 12 "), lambda: int("1_000"), lambda: int("1__0"), lambda: int("12", 2),
    lambda: int("z", 36), lambda: int("0x1f", 16), lambda: int("0x1f"), lambda: int("1", 1), lambda: int("1", 40), lambda: int(None), lambda: int([]),
    lambda: int({}), lambda: int("١٢"), lambda: int("-0"), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(1, 2), lambda: int(b"12"),
    lambda: int(b"zz"), lambda: int("a\nb"), lambda: int("'"), lambda: float("x"), lambda: float(""), lambda: float("1e5"), lambda: float("  2.5 "),
    lambda: float("inf"), lambda: float("nan"), lambda: float(None), lambda: float([]), lambda: float("1_0.5"), lambda: float("1,5"), lambda: float(10 ** 400),
    lambda: 2.0 ** 5000, lambda: 1 << -1, lambda: 1 >> -1, lambda: 10 ** 20 % 7, lambda: -7 // 2, lambda: -7 % 3, lambda: 7 % -3, lambda: -7.5 // 2,
    lambda: round(2.5), lambda: round(3.5), lambda: round(2.675, 2), lambda: round(1234, -2), lambda: round(float("nan")), lambda: round(1.5, "a"),
    lambda: bool("False"), lambda: complex("x"), lambda: hex(2.5), lambda: bin("a"), lambda: abs(None), lambda: chr(1114112), lambda: chr("a"),
    lambda: (5).bit_length(), lambda: (2.5).is_integer(), lambda: (255).to_bytes(1, "big"), lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"),
    lambda: 1_000_000, lambda: 0x_ff, lambda: 0b1010_1010, lambda: 1_0.5_0, lambda: 0o17, lambda: 1e3, lambda: 1E-3, lambda: 10 ** -2, lambda: 2 ** 0.5,
    lambda: 7 // 2.0, lambda: 3 * 0.1, lambda: 1e16, lambda: 1e22, lambda: 123456789.123456789, lambda: 0.1 + 0.2, lambda: 1e-5, lambda: -0.0, lambda: 5.0,
]
for number, attempt in enumerate(tries):
    try:
        print(number, repr(attempt()))
    except Exception as error:
        print(number, type(error).__name__, error)
