"""`local`: attributes of which each greenlet has its own."""

from weakref import WeakKeyDictionary

from greenlet import getcurrent

__all__ = ["local"]


class local:
    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported", args, kwargs)
        self = object.__new__(cls)
        object.__setattr__(self, "_spaces", (WeakKeyDictionary(), args, kwargs))
        spaces = object.__getattribute__(self, "_spaces")[0]
        spaces[getcurrent()] = {}
        return self

    def __getattribute__(self, name):
        space = _space(self)
        if name == "__dict__":
            return space
        if name in space:
            return space[name]
        if type(self) is local and not hasattr(local, name):
            raise AttributeError("'%s' object has no attribute '%s'" % ("gevent._gevent_clocal.local", name))
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError("%r object attribute '__dict__' is read-only" % type(self))
        found = getattr(type(self), name, None)
        if isinstance(found, property):
            object.__setattr__(self, name, value)
        else:
            _space(self)[name] = value

    def __delattr__(self, name):
        space = _space(self)
        if name not in space:
            raise AttributeError(name)
        del space[name]


def _space(self):
    spaces, args, kwargs = object.__getattribute__(self, "_spaces")
    current = getcurrent()
    space = spaces.get(current)
    if space is None:
        space = spaces[current] = {}
        if type(self).__init__ is not object.__init__:
            self.__init__(*args, **kwargs)
    return space


local.__module__ = "gevent._gevent_clocal"
