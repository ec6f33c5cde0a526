"""exp and ln of fractions, in ints over powers of ten. Knows no Decimal."""


def _ln_series(n, d, scale):
    """ln(n / d) times `scale` for a ratio near 1, by 2 artanh((n - d) / (n + d))."""
    if n < d:
        return -_ln_series(d, n, scale)
    x = (n - d) * scale // (n + d)
    square = x * x // scale
    total, term, k = 0, x, 1
    while term:
        total += term // k
        term = term * square // scale
        k += 2
    return 2 * total


def ln(n, d, places):
    """ln(n / d) times ten to the power of `places`, nearly."""
    places += 10 + len(str(abs(n.bit_length() - d.bit_length())))
    scale = 10 ** places
    power = n.bit_length() - d.bit_length()
    if power >= 0:
        d <<= power
    else:
        n <<= -power
    ln2 = _ln_series(4, 3, scale) + _ln_series(3, 2, scale)
    result = power * ln2
    # Within the root of 2 of 1 the series is quick.
    if n * n > 2 * d * d:
        d *= 2
        result += ln2
    elif 2 * n * n < d * d:
        n *= 2
        result -= ln2
    return result + _ln_series(n, d, scale), places


def exp(n, d, places):
    """e to the power of n / d as an int and an exponent of ten; None where it is out of all bounds."""
    places += len(str(abs(n) // d)) + 10
    scale = 10 ** places
    ln10, ln10_places = ln(10, 1, places)
    power, x = divmod(n * scale // d, ln10 // 10 ** (ln10_places - places))
    if abs(power) > 10 ** 7:
        return None
    x >>= 8
    total, term, k = scale, scale, 1
    while term:
        term = term * x // (k * scale)
        total += term
        k += 1
    for _ in range(8):
        total = total * total // scale
    return total, power - places
