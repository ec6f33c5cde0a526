"""statistics: sums are exact fractions of ints, rounded once at the end.

(Over 400 lines because it is one module of small functions over the same exact sums.)
"""

from collections import Counter as _Counter, namedtuple as _namedtuple
from itertools import groupby as _groupby, repeat as _repeat
from math import erf as _erf, exp as _exp, fabs as _fabs, fsum as _fsum, gcd as _gcd, isqrt as _isqrt, log as _log, sqrt as _sqrt
from math import tau as _tau


class StatisticsError(ValueError):
    pass


def _ratio(x):
    """An exact number as numerator and denominator; a NaN or an infinity as itself and None."""
    if type(x) is int:
        return x, 1
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


_ranks = {"bool": 0, "int": 0, "Fraction": 1, "float": 2, "Decimal": 3}


def _kind(kinds):
    best = int
    for kind in kinds:
        if kind is bool:
            kind = int
        if {best.__name__, kind.__name__} >= {"float", "Decimal"}:
            raise TypeError(f"don't know how to coerce {best.__name__} and {kind.__name__}")
        if _ranks.get(kind.__name__, 2) > _ranks.get(best.__name__, 2) or best is int:
            best = kind
    return best


def _sum(data):
    """The type of the numbers, their exact sum and how many there are."""
    partials, kinds, count, special = {}, [], 0, None
    for x in data:
        count += 1
        if type(x) not in kinds:
            kinds.append(type(x))
        n, d = _ratio(x)
        if d is None:
            special = n if special is None else special + n
        else:
            partials[d] = partials.get(d, 0) + n
    kind = _kind(kinds)
    if special is not None:
        return kind, (special, None), count
    n, d = 0, 1
    for part_d, part_n in sorted(partials.items()):
        n, d = _reduced(n * part_d + part_n * d, d * part_d)
    return kind, (n, d), count


def _reduced(n, d):
    common = _gcd(n, d)
    if d < 0:
        common = -common
    return n // common, d // common


def _convert(n, d, kind):
    if d is None:
        return n
    n, d = _reduced(n, d)
    if kind is int:
        return n if d == 1 else n / d
    if kind is float:
        return n / d
    if kind.__name__ == "Fraction":
        return kind(n, d)
    return kind(n) / kind(d)


def _listed(data):
    return data if isinstance(data, (list, tuple)) else list(data)


def mean(data):
    kind, (n, d), count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(n, d and d * count, kind)


def fmean(data, weights=None):
    data = _listed(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _fsum(data) / len(data)
    weights = _listed(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = _fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _fsum(x * w for x, w in zip(data, weights)) / total


def geometric_mean(data):
    try:
        return _exp(fmean(map(_log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = _listed(data)
    text = "harmonic mean does not support negative values"
    count = len(data)
    if count < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if count == 1 and weights is None:
        if data[0] < 0:
            raise StatisticsError(text)
        return data[0]
    weights = [1] * count if weights is None else _listed(weights)
    if len(weights) != count:
        raise StatisticsError("Number of weights does not match data size")
    if any(x < 0 for x in data):
        raise StatisticsError(text)
    if any(x == 0 for x in data):
        return 0
    kind, (n, d), _ = _sum(w / x if w else 0 for w, x in zip(weights, data))
    _, (weight_n, weight_d), _ = _sum(weights)
    if n <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(weight_n * d, weight_d * n, kind)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    half = n // 2
    return data[half] if n % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n == 1:
        return data[0]
    x = data[n // 2]
    interval, x = float(interval), float(x)
    below = sum(1 for item in data if item < x)
    same = sum(1 for item in data if item == x)
    return x - interval / 2 + interval * (n / 2 - below) / same


def mode(data):
    pairs = _Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = _Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (size - 1), n)
            low, high = data[j], data[j + 1]
        elif method == "exclusive":
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            low, high = data[j - 1], data[j]
        else:
            raise ValueError(f"Unknown method: {method!r}")
        result.append((low * (n - delta) + high * delta) / n)
    return result


def _squares(data, center):
    """The type, the exact sum of squared deviations as a fraction, and the count."""
    if center is not None:
        kind, (n, d), count = _sum((x - center) * (x - center) for x in data)
        return kind, n, d, count
    data = _listed(data)
    kind, (n, d), count = _sum(data)
    if d is None:
        return kind, n, None, count
    if not count:
        return kind, 0, 1, 0
    square_n, square_d = 0, 1
    for x in data:
        x_n, x_d = _ratio(x)
        square_n, square_d = _reduced(square_n * x_d * x_d + x_n * x_n * square_d, square_d * x_d * x_d)
    # Σx² − (Σx)² / n
    top = square_n * d * d * count - n * n * square_d
    top, bottom = _reduced(top, square_d * d * d * count)
    return kind, top, bottom, count


def variance(data, xbar=None):
    kind, n, d, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(n, d and d * (count - 1), kind)


def pvariance(data, mu=None):
    kind, n, d, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(n, d and d * count, kind)


def _root(n, d, kind):
    """The square root of a fraction, rounded once: 55 bits or more, and a bit that says whether there is a rest."""
    if d is None:
        return n
    if kind.__name__ == "Decimal":
        return (kind(n) / kind(d)).sqrt()
    if not n:
        return 0.0
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        root = _isqrt(n // (d << 2 * shift))
        return float((root | (root * root * (d << 2 * shift) != n)) << shift)
    wide = n << -2 * shift
    root = _isqrt(wide // d)
    return (root | (root * root * d != wide)) / (1 << -shift)


def stdev(data, xbar=None):
    kind, n, d, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(*_reduced(n, d * (count - 1)), kind) if d else n


def pstdev(data, mu=None):
    kind, n, d, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(*_reduced(n, d * count), kind) if d else n


def _deviations(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    xbar, ybar = _fsum(x) / n, _fsum(y) / n
    return xbar, ybar, _fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))


def covariance(x, y, /):
    _, _, sxy = _deviations(x, y, "covariance")
    return sxy / (len(x) - 1)


def correlation(x, y, /):
    xbar, ybar, sxy = _deviations(x, y, "correlation")
    sxx = _fsum((a - xbar) * (a - xbar) for a in x)
    syy = _fsum((b - ybar) * (b - ybar) for b in y)
    try:
        return sxy / _sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = _namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    xbar, ybar, sxy = _deviations(x, y, "linear regression")
    if proportional:
        sxy = _fsum(a * b for a, b in zip(x, y))
        sxx = _fsum(a * a for a in x)
    else:
        sxx = _fsum((a - xbar) * (a - xbar) for a in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = _listed(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return _exp(diff * diff / (-2.0 * variance)) / _sqrt(_tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _erf((x - self._mu) / (self._sigma * _sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    median = mode = mean

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, (self._sigma ** 2 + other._sigma ** 2) ** 0.5)
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, (self._sigma ** 2 + other._sigma ** 2) ** 0.5)
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * _fabs(factor))

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / _fabs(divisor))

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
