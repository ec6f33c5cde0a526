"""`types`: namespaces, aliases of generics, unions, and making classes. Owns no state.
"""


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        name = type(self).__name__
        if name == "SimpleNamespace":
            name = "namespace"
        if id(self) in _open:
            return f"{name}(...)"
        _open.append(id(self))
        try:
            return f"{name}({', '.join(f'{key}={value!r}' for key, value in vars(self).items())})"
        finally:
            _open.remove(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return vars(self) == vars(other)
        return NotImplemented


_open = []


class mappingproxy:
    __module__ = "builtins"

    def __init__(self, mapping):
        if isinstance(mapping, (list, tuple)) or not hasattr(mapping, "__getitem__"):
            raise TypeError(f"mappingproxy() argument must be a mapping, not {type(mapping).__name__}")
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, mappingproxy) else other)

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)


MappingProxyType = mappingproxy


def _type_repr(value):
    if isinstance(value, type) and not isinstance(value, GenericAlias):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, FunctionType):
        return value.__name__
    return repr(value)


def _alias_arg(value):
    if isinstance(value, list):
        return f"[{', '.join(_alias_arg(item) for item in value)}]"
    return _type_repr(value)


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (list, tuple)):
            more = _parameters(arg)
        elif getattr(arg, "_is_type_variable", False) is True:
            more = (arg,)
        else:
            more = () if isinstance(arg, type) and not isinstance(arg, GenericAlias) else getattr(arg, "__parameters__", ())
        for parameter in more:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _substitute(arg, known):
    if isinstance(arg, list):
        return [_substitute(item, known) for item in arg]
    if getattr(arg, "_is_type_variable", False) is True:
        return known.get(arg, arg)
    parameters = () if isinstance(arg, type) and not isinstance(arg, GenericAlias) else getattr(arg, "__parameters__", ())
    if parameters:
        return arg[tuple(known.get(parameter, parameter) for parameter in parameters)]
    return arg


class GenericAlias:
    def __init__(self, origin, args, /):
        if not isinstance(args, tuple):
            args = (args,)
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)

    def __call__(self, /, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getitem__(self, items):
        if not isinstance(items, tuple):
            items = (items,)
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        if len(items) != len(self.__parameters__):
            many = "many" if len(items) > len(self.__parameters__) else "few"
            raise TypeError(f"Too {many} arguments for {self!r}; actual {len(items)}, expected {len(self.__parameters__)}")
        known = dict(zip(self.__parameters__, items))
        return GenericAlias(self.__origin__, tuple(_substitute(arg, known) for arg in self.__args__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            if name not in ("__name__", "__qualname__", "__module__", "__doc__", "__mro__", "__bases__"):
                raise AttributeError(f"'types.GenericAlias' object has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __instancecheck__(self, instance):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, subclass):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __iter__(self):
        yield _Unpacked(self)

    def __repr__(self):
        args = ", ".join(_alias_arg(arg) for arg in self.__args__) if self.__args__ else "()"
        return f"{_type_repr(self.__origin__)}[{args}]"


class _Unpacked:
    def __init__(self, alias):
        self._alias = alias

    def __repr__(self):
        return f"*{self._alias!r}"


class UnionType:
    def __init__(self, args):
        self.__args__ = args
        self.__parameters__ = _parameters(args)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __getitem__(self, items):
        if not isinstance(items, tuple):
            items = (items,)
        known = dict(zip(self.__parameters__, items))
        result = None
        for arg in self.__args__:
            arg = _substitute(arg, known)
            result = arg if result is None else result | arg
        return result

    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, _plain(arg, "isinstance")) for arg in self.__args__)

    def __subclasscheck__(self, subclass):
        return any(issubclass(subclass, _plain(arg, "issubclass")) for arg in self.__args__)

    def __repr__(self):
        return " | ".join("None" if arg is NoneType else _type_repr(arg) for arg in self.__args__)


def _plain(arg, name):
    if isinstance(arg, GenericAlias):
        raise TypeError(f"{name}() argument 2 cannot be a parameterized generic")
    return arg


def _union(left, right):
    for side in (left, right):
        if side is not None and not isinstance(side, (type, GenericAlias, UnionType)):
            if getattr(side, "_is_type_form", False) is not True:
                return NotImplemented
            import typing

            return typing.Union[left, right]
    args = []
    for side in (left, right):
        for arg in side.__args__ if isinstance(side, UnionType) else (NoneType if side is None else side,):
            if arg not in args:
                args.append(arg)
    return args[0] if len(args) == 1 else UnionType(tuple(args))


class DynamicClassAttribute:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        self.fdel(instance)


def resolve_bases(bases):
    result = []
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            result.append(base)
        else:
            result.extend(entries(bases))
    return tuple(result)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    for base in bases:
        if issubclass(type(base), meta):
            meta = type(base)
    return meta, {}, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases and resolved != tuple(bases):
        namespace["__orig_bases__"] = bases
    namespace.setdefault("__module__", "types")
    return meta(name, resolved, namespace, **kwds)


def get_original_bases(cls, /):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    return _iterable_coroutine(func)
