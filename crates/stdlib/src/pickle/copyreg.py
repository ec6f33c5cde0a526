"""`copyreg`: how classes that are not the script's own are pickled, and the functions that a pickle names.
"""

import collections
import functools
import re

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]
dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base in (list, dict, set):
        base.__init__(obj, state)
    return obj


def _encode(text, encoding):
    return text.encode(encoding)


_encode.__qualname__ = "encode"


def _has_slots(cls):
    return any(base.__dict__.get("__slots__") for base in cls.__mro__)


def _slot_state(obj):
    slots = {}
    for cls in type(obj).__mro__:
        names = cls.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__") and hasattr(obj, name):
                slots[name] = getattr(obj, name)
    plain = getattr(obj, "__dict__", None) or None
    return (plain, slots) if slots else plain


def _partial(func, args, keywords):
    return functools.partial(func, *args, **keywords)


pickle(collections.deque, lambda d: (collections.deque, ((), d.maxlen) if d.maxlen is not None else (), None, iter(d)))
pickle(functools.partial, lambda p: (_partial, (p.func, p.args, p.keywords)))
pickle(re.Pattern, lambda p: (re._compile, (p.pattern, p.flags)))
