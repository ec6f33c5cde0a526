"""copy: shallow and deep copies."""


class Error(Exception):
    pass


error = Error
_atomic = {type(None), int, float, bool, str, bytes, type, range, type(Ellipsis), type(NotImplemented), type(len),
           type(lambda: 0), property, complex}
_containers = (list, dict, set, bytearray)


def _own(cls, name):
    """A protocol method that a class of the script or the library declares."""
    for base in cls.__mro__:
        if base is not object and base is not BaseException and name in base.__dict__:
            return base.__dict__[name]


def _refuse(cls):
    module = cls.__module__
    name = cls.__qualname__ if module in ("builtins", "__main__") else f"{module}.{cls.__qualname__}"
    raise TypeError(f"cannot pickle '{name}' object")


def copy(x):
    cls = type(x)
    if cls in _atomic or issubclass(cls, type) or cls in (tuple, frozenset):
        return x
    if cls in _containers:
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if cls is list:
        y = memo[id(x)] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[id(x)] = {}
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = _deep_tuple(x, memo)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = x.copy()
    elif cls is slice:
        y = x
    elif issubclass(cls, type):
        return x
    elif cls.__name__ == "method" and cls.__module__ == "builtins":
        y = getattr(deepcopy(x.__self__, memo), x.__func__.__name__)
    else:
        method = getattr(cls, "__deepcopy__", None)
        y = method(x, memo) if method is not None else _rebuild(x, cls, memo)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    if all(item is old for item, old in zip(items, x)):
        return x
    return tuple(items)


def _rebuild(x, cls, memo):
    deep = memo is not None
    for name, argument in (("__reduce_ex__", (4,)), ("__reduce__", ())):
        if _own(cls, name) is not None:
            made = getattr(x, name)(*argument)
            if isinstance(made, str):
                return x
            return _from_parts(x, memo, *made)
    if isinstance(x, BaseException):
        args = deepcopy(x.args, memo) if deep else x.args
        y = cls.__new__(cls, *args)
        y.args = args
    else:
        y = _blank_like(x, cls, memo)
    if deep:
        memo[id(x)] = y
    _fill_inner(x, y, memo)
    getstate = _own(cls, "__getstate__")
    state = x.__getstate__() if getstate is not None else _attributes(x)
    _set_state(y, state, memo)
    return y


def _blank_like(x, cls, memo):
    arguments = None
    if _own(cls, "__getnewargs_ex__") is not None:
        arguments = x.__getnewargs_ex__()
    elif _own(cls, "__getnewargs__") is not None:
        arguments = x.__getnewargs__(), {}
    if arguments is not None:
        args, kwargs = deepcopy(arguments, memo) if memo is not None else arguments
        return cls.__new__(cls, *args, **kwargs)
    inner = _inner(x)
    if isinstance(inner, (list, dict, set)):
        inner = type(inner)()
    elif inner is not None and memo is not None:
        inner = deepcopy(inner, memo)
    elif isinstance(inner, bytearray):
        inner = inner.copy()
    y = _blank(x, inner)
    if y is None:
        _refuse(cls)
    return y


def _fill_inner(x, y, memo):
    inner = _inner(x)
    if isinstance(inner, dict):
        for key, value in inner.items():
            if memo is not None:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    elif isinstance(inner, list):
        for item in inner:
            y.append(item if memo is None else deepcopy(item, memo))
    elif isinstance(inner, set):
        for item in inner:
            y.add(item if memo is None else deepcopy(item, memo))


def _set_state(y, state, memo):
    if state is None:
        return
    if memo is not None:
        state = deepcopy(state, memo)
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
        if slots:
            for key, value in slots.items():
                setattr(y, key, value)
    if state:
        _set_attributes(y, state)


def _from_parts(x, memo, function, args, state=None, items=None, pairs=None, *rest):
    deep = memo is not None
    y = function(*(deepcopy(arg, memo) for arg in args)) if deep else function(*args)
    if deep:
        memo[id(x)] = y
    _set_state(y, state, memo)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y
