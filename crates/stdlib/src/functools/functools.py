"""functools: what wraps, orders and dispatches functions. The natives `partial` and `_cache_wrapper` stand beside it."""

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def reduce(function, iterable, initial=_missing, /):
    iterator = iter(iterable)
    total = initial
    if initial is _missing:
        for total in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        total = function(total, item)
    return total


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"functools.partialmethod({', '.join(parts)})"

    def __get__(self, instance, owner=None):
        func = self.func
        if isinstance(func, classmethod):
            return partial(func.__func__, owner, *self.args, **self.keywords)
        if isinstance(func, staticmethod):
            return partial(func.__func__, *self.args, **self.keywords)
        if instance is None:
            return partial(func, *self.args, **self.keywords)
        return partial(func, instance, *self.args, **self.keywords)


_shapes = []


def _cache_info(self):
    if not _shapes:
        from collections import namedtuple
        _shapes.append(namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools"))
    return _shapes[0](*self._counts())


_lru_cache_wrapper.cache_info = _cache_info


def lru_cache(maxsize=128, typed=False):
    def decorate(function, maxsize=maxsize):
        wrapper = _cache_wrapper(function, maxsize, typed)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)

    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
        return lambda function: decorate(function, maxsize)
    if callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return decorate(function, 128)
    if maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return decorate


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        object.__setattr__(instance, self.attrname, value)
        return value


def _from_lt(op):
    def ge(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result

    def gt(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result and self != other

    def le(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else result or self == other

    return {"__gt__": gt, "__le__": le, "__ge__": ge}


def _from_le(op):
    def ge(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else not result or self == other

    def lt(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else result and self != other

    def gt(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else not result

    return {"__ge__": ge, "__lt__": lt, "__gt__": gt}


def _from_gt(op):
    def lt(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else not result and self != other

    def ge(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else result or self == other

    def le(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else not result

    return {"__lt__": lt, "__ge__": ge, "__le__": le}


def _from_ge(op):
    def le(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else not result or self == other

    def gt(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else result and self != other

    def lt(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else not result

    return {"__le__": le, "__gt__": gt, "__lt__": lt}


_orders = {"__lt__": _from_lt, "__le__": _from_le, "__gt__": _from_gt, "__ge__": _from_ge}


def total_ordering(cls):
    own = {name for name in _orders if getattr(cls, name, None) is not getattr(object, name, None)}
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(name for name in _orders if name in own)
    for name, function in _orders[root](root).items():
        if name not in own:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


def cmp_to_key(mycmp):
    class K:
        __slots__ = ["obj"]
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


def _find(cls, registry):
    for base in cls.__mro__:
        if base in registry and base is not object:
            return registry[base]
    for kind, function in registry.items():
        if kind is not object and issubclass(cls, kind):
            return function
    return registry[object]


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        return _find(cls, registry)

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type) or not callable(cls):
                for kind in getattr(cls, "__args__", ()):
                    if not isinstance(kind, type):
                        raise TypeError(f"Invalid first argument to `register()`: {cls!r}.")
                return lambda function: register(cls, function)
            annotations = [kind for name, kind in cls.__annotations__.items() if name != "return"]
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function.")
            func, cls = cls, annotations[0]
        for kind in getattr(cls, "__args__", None) or (cls,):
            registry[kind] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{getattr(func, '__name__', 'singledispatch function')} requires at least 1 positional argument")
        return _find(args[0].__class__, registry)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = lambda: None
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            function = self.dispatcher.dispatch(args[0].__class__)
            if hasattr(function, "__get__"):
                function = function.__get__(obj, cls)
                return function(*args, **kwargs)
            if isinstance(function, (classmethod, staticmethod)):
                first = (cls,) if isinstance(function, classmethod) else ()
                return function.__func__(*first, *args, **kwargs)
            return function(obj, *args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func
