"""math's functions that call the methods of their arguments."""


def _by_method(x, name, native):
    result = native(x)
    if result is not None:
        return result
    method = getattr(type(x), name, None)
    if method is not None:
        return method(x)
    if name != "__trunc__":
        for conversion in ("__float__", "__index__"):
            method = getattr(type(x), conversion, None)
            if method is not None:
                return native(method(x))
        raise TypeError(f"must be real number, not {type(x).__name__}")
    raise TypeError(f"type {type(x).__name__} doesn't define __trunc__ method")


def floor(x, /):
    return _by_method(x, "__floor__", _floor)


def ceil(x, /):
    return _by_method(x, "__ceil__", _ceil)


def trunc(x, /):
    return _by_method(x, "__trunc__", _trunc)


def prod(iterable, /, *, start=1):
    total = start
    for item in iterable:
        total = total * item
    return total


def sumprod(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    if all(isinstance(item, (int, float)) for item in p + q) and any(isinstance(item, float) for item in p + q):
        return fsum(a * b for a, b in zip(p, q))
    return sum(a * b for a, b in zip(p, q))
