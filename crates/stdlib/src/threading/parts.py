"""What CPython has in C beside its threads: data of a thread's own, and what a hook for uncaught exceptions is told.
"""

class _local:
    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_by_thread", ({get_ident(): {}}, args, kwargs))
        return self

    def __getattribute__(self, name):
        space = _namespace(self)
        if name in space:
            return space[name]
        if name == "__dict__":
            return space
        if type(self) is _local and not hasattr(_local, name):
            raise AttributeError(f"'_thread._local' object has no attribute '{name}'")
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        kind = getattr(type(self), name, None)
        if isinstance(kind, property):
            object.__setattr__(self, name, value)
        else:
            _namespace(self)[name] = value

    def __delattr__(self, name):
        space = _namespace(self)
        if name not in space:
            raise AttributeError(f"'{_shown_kind(self)}' object has no attribute '{name}'")
        del space[name]


def _shown_kind(self):
    kind = type(self)
    return "_thread._local" if kind is _local else kind.__name__


def _namespace(self):
    spaces, args, kwargs = object.__getattribute__(self, "_by_thread")
    ident = get_ident()
    space = spaces.get(ident)
    if space is None:
        space = spaces[ident] = {}
        if type(self).__init__ is not object.__init__:
            self.__init__(*args, **kwargs)
    return space


class _ExceptHookArgs(tuple):
    __module__ = "_thread"

    def __new__(cls, args, /):
        try:
            fields = tuple(args)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(fields) != 4:
            raise TypeError(f"_thread._ExceptHookArgs() takes a 4-sequence ({len(fields)}-sequence given)")
        return tuple.__new__(cls, fields)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        names = ("exc_type", "exc_value", "exc_traceback", "thread")
        return "_thread._ExceptHookArgs(%s)" % ", ".join(f"{n}={v!r}" for n, v in zip(names, self))


_stack_bytes = 0


def stack_size(size=0):
    global _stack_bytes
    size = _index(size)
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError("size not valid: %d bytes" % size)
    old, _stack_bytes = _stack_bytes, size
    return old
