"""weakref: proxies, containers and finalizers over weak references.

(Over 400 lines because a proxy and three containers forward every method.)
"""

import atexit as _atexit
import itertools as _itertools

ref = ReferenceType
ProxyTypes = ()


def _tell(lost):
    """Calls the callbacks of references whose object is gone, the youngest first."""
    for reference in reversed(lost):
        callback = reference._callback()
        if callback is not None:
            callback(reference)


def _ref_hash(self):
    known = self._hash
    if known is None:
        target = self()
        if target is None:
            raise TypeError("weak object has gone away")
        known = self._hash = hash(target)
    return known


def _ref_eq(self, other):
    if not isinstance(other, ReferenceType):
        return NotImplemented
    mine, theirs = self._peek(), other._peek()
    if mine is None or theirs is None:
        return self is other
    return mine is theirs or mine == theirs


def _ref_repr(self):
    target = self()
    if target is None:
        return f"<weakref at {id(self):#x}; dead>"
    return f"<weakref at {id(self):#x}; to {type(target).__name__!r} at {id(target):#x}>"


ReferenceType._hash = None
ReferenceType.__hash__ = _ref_hash
ReferenceType.__eq__ = _ref_eq
ReferenceType.__repr__ = _ref_repr
ReferenceType.__callback__ = property(ReferenceType._callback)
ReferenceType.__name__ = ReferenceType.__qualname__ = "ReferenceType"


def getweakrefs(object):
    return _references(object)


def getweakrefcount(object):
    return len(_references(object))


class CallableProxyType:
    pass


class ProxyType(CallableProxyType):
    def __init__(self, object, callback=None):
        _set(self, "_reference", ref(object, callback))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __hash__(self):
        raise TypeError("unhashable type: 'weakref.ProxyType'")

    def __str__(self):
        return str(_target(self))

    def __repr__(self):
        target = _target(self)
        return f"<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>"

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)

    def __len__(self):
        return len(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        return next(_target(self))

    def __contains__(self, item):
        return item in _target(self)

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __eq__(self, other):
        return _target(self) == (_target(other) if type(other) is ProxyType else other)

    def __lt__(self, other):
        return _target(self) < other

    def __gt__(self, other):
        return _target(self) > other

    def __add__(self, other):
        return _target(self) + other

    def __sub__(self, other):
        return _target(self) - other

    def __mul__(self, other):
        return _target(self) * other

    def __enter__(self):
        return _target(self).__enter__()

    def __exit__(self, *details):
        return _target(self).__exit__(*details)


_set = object.__setattr__
_get = object.__getattribute__


def _target(proxy):
    target = _get(proxy, "_reference")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def proxy(object, callback=None, /):
    return ProxyType(object, callback)


class WeakMethod:
    def __init__(self, meth, callback=None):
        if not hasattr(meth, "__self__") or not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        self._reference = ref(meth.__self__, None if callback is None else lambda _: callback(self))
        self._function = meth.__func__

    def __call__(self):
        object = self._reference()
        return None if object is None else self._function.__get__(object)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return self._reference == other._reference and self._function == other._function

    def __hash__(self):
        return hash((self._reference, self._function))


class _Weak:
    def __len__(self):
        return len(self._live())

    def __bool__(self):
        return bool(self._live())


class WeakValueDictionary(_Weak):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _live(self):
        live = []
        for key, reference in list(self.data.items()):
            value = reference()
            if value is None:
                self.data.pop(key, None)
            else:
                live.append((key, value))
        return live

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            self.data.pop(key, None)
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = ref(value)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data and self.data[key]() is not None

    def __iter__(self):
        for key, _ in self._live():
            yield key

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    keys = __iter__

    def values(self):
        for _, value in self._live():
            yield value

    def items(self):
        yield from self._live()

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self.data[key]
        return value

    def popitem(self):
        for key, value in reversed(self._live()):
            del self.data[key]
            return key, value
        raise KeyError("dictionary is empty")

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def update(self, other=(), /, **kw):
        for key, value in (other.items() if hasattr(other, "items") else other):
            self[key] = value
        for key, value in kw.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(dict(self._live()))

    __copy__ = copy

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary(_Weak):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _live(self):
        live = []
        for reference, value in list(self.data.items()):
            key = reference()
            if key is None:
                self.data.pop(reference, None)
            else:
                live.append((key, value))
        return live

    def __getitem__(self, key):
        try:
            return self.data[ref(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        reference = ref(key)
        hash(reference)
        self.data[reference] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for key, _ in self._live():
            yield key

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    keys = __iter__

    def values(self):
        for _, value in self._live():
            yield value

    def items(self):
        yield from self._live()

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def pop(self, key, *default):
        return self.data.pop(ref(key), *default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key), default)

    def update(self, dict=None, /, **kwargs):
        for key, value in (dict.items() if hasattr(dict, "items") else dict or ()):
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        new = type(self)()
        for key, value in self._live():
            new[key] = value
        return new

    __copy__ = copy

    def keyrefs(self):
        return list(self.data)


class WeakSet(_Weak):
    def __init__(self, data=None):
        self.data = {}
        for item in data or ():
            self.add(item)

    def _live(self):
        live = []
        for reference in list(self.data):
            item = reference()
            if item is None:
                self.data.pop(reference, None)
            else:
                live.append(item)
        return live

    def __iter__(self):
        yield from self._live()

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        reference = ref(item)
        hash(reference)
        self.data[reference] = None

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        del self.data[ref(item)]

    def pop(self):
        for item in self._live():
            self.discard(item)
            return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self._live())

    def union(self, other):
        return type(self)([*self._live(), *other])

    __or__ = union

    def intersection(self, other):
        return type(self)(item for item in self._live() if item in other)

    __and__ = intersection

    def difference(self, other):
        return type(self)(item for item in self._live() if item not in other)

    __sub__ = difference

    def symmetric_difference(self, other):
        return self.difference(other).union(item for item in other if item not in self)

    __xor__ = symmetric_difference

    def _become(self, items):
        self.data = dict.fromkeys(map(ref, items))
        return self

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        return self._become(self.intersection(other)._live())

    def __isub__(self, other):
        return self._become(self.difference(other)._live())

    def __ixor__(self, other):
        return self._become(self.symmetric_difference(other)._live())

    intersection_update, difference_update, symmetric_difference_update = __iand__, __isub__, __ixor__

    def issubset(self, other):
        return all(item in other for item in self._live())

    def issuperset(self, other):
        return all(item in self for item in other)

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __le__(self, other):
        return self.issubset(other)

    def __ge__(self, other):
        return self.issuperset(other)

    def __eq__(self, other):
        return set(self._live()) == set(other)

    __hash__ = None

    def __repr__(self):
        return repr(set(self.data))


class finalize:
    _registry = {}
    _numbers = _itertools.count()

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registry:
            _atexit.register(finalize._at_exit)
        self._reference = ref(obj, self)
        self._parts = func, args, kwargs
        self._atexit = True
        finalize._registry[self] = next(finalize._numbers)

    def __call__(self, _=None):
        if finalize._registry.pop(self, None) is not None:
            func, args, kwargs = self._parts
            return func(*args, **kwargs)

    def detach(self):
        obj = self._reference()
        if obj is not None and finalize._registry.pop(self, None) is not None:
            return (obj, *self._parts)

    def peek(self):
        obj = self._reference()
        if obj is not None and self in finalize._registry:
            return (obj, *self._parts)

    @property
    def alive(self):
        self._reference()
        return self in finalize._registry

    @property
    def atexit(self):
        return self._atexit and self in finalize._registry

    @atexit.setter
    def atexit(self, value):
        self._atexit = bool(value)

    @classmethod
    def _at_exit(cls):
        while True:
            waiting = [item for item in cls._registry if item._atexit]
            if not waiting:
                return
            max(waiting, key=cls._registry.get)()
