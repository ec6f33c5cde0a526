"""bisect over any sequence and with keys."""


def _place(a, x, lo, hi, key, find, left):
    if key is None:
        at = find(a, x, lo, hi)
        if at is not None:
            return at
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        item = a[middle] if key is None else key(a[middle])
        if item < x if left else not x < item:
            lo = middle + 1
        else:
            hi = middle
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    return _place(a, x, lo, hi, key, _left, True)


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    return _place(a, x, lo, hi, key, _right, False)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    a.insert(_place(a, x if key is None else key(x), lo, hi, key, _left, True), x)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    a.insert(_place(a, x if key is None else key(x), lo, hi, key, _right, False), x)


bisect = bisect_right
insort = insort_right
