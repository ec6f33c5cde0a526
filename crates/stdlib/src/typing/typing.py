"""`typing`: the classes that are made of its forms, and functions on annotations. Owns no state.
(Over 400 lines because it is one module of many small names, as in CPython.)
"""

import _typing_forms
import types
import typing as _self
from _typing_forms import (
    ClassVar, Concatenate, Final, ForwardRef, Literal, LiteralString, Never, NoReturn, NotRequired, Optional, ParamSpec,
    ParamSpecArgs, ParamSpecKwargs, ReadOnly, Required, Self, TypeAlias, TypeGuard, TypeIs, TypeVar, TypeVarTuple, Union,
    Unpack, _Alias, _checked, _Form, _GenericAlias, _SpecialForm, _type_repr,
)
from abc import ABCMeta

TYPE_CHECKING = False


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class Generic:
    @classmethod
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if cls is Generic:
            if not params:
                raise TypeError("Parameter list to Generic[...] cannot be empty")
            if not all(getattr(param, "_is_type_variable", False) or isinstance(param, _GenericAlias) for param in params):
                raise TypeError("Parameters to Generic[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError("Parameters to Generic[...] must all be unique")
            return _GenericAlias(cls, params)
        if cls is Protocol:
            return _GenericAlias(cls, params)
        expected = getattr(cls, "__parameters__", ())
        if not expected:
            raise TypeError(f"{cls} is not a generic class")
        if len(params) != len(expected) and not any(isinstance(each, (TypeVarTuple, ParamSpec)) for each in expected):
            many = "many" if len(params) > len(expected) else "few"
            raise TypeError(f"Too {many} arguments for {cls}; actual {len(params)}, expected {len(expected)}")
        return _GenericAlias(cls, tuple(_checked(each, "Parameters to generic types must be types.") for each in params))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = ()
        bases = cls.__dict__.get("__orig_bases__", ())
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                found = base.__parameters__
                break
        else:
            found = types._parameters(tuple(base for base in bases if not isinstance(base, type)))
        cls.__parameters__ = found


_typing_forms._generic_class[0] = Generic


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, "_is_protocol", False):
            _check_runtime(cls)
            if super().__instancecheck__(instance):
                return True
            return all(hasattr(instance, name) for name in _protocol_members(cls))
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if getattr(cls, "_is_protocol", False) and cls not in other.__mro__:
            _check_runtime(cls)
            return all(any(name in base.__dict__ for base in other.__mro__) for name in _protocol_members(cls))
        return super().__subclasscheck__(other)


def _check_runtime(cls):
    if not getattr(cls, "_is_runtime_protocol", False):
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


_NO_MEMBERS = {
    "__module__", "__qualname__", "__doc__", "__dict__", "__annotations__", "__abstractmethods__", "__init__", "__new__",
    "__slots__", "__parameters__", "__orig_bases__", "__init_subclass__", "__class_getitem__", "__subclasshook__",
    "_is_protocol", "_is_runtime_protocol", "__hash__", "__weakref__", "__static_attributes__", "__firstlineno__",
}


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base is Protocol or base is Generic:
            continue
        names.update(name for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", {})) if name not in _NO_MEMBERS)
    return names


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_init


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    for base in cls.__mro__[1:]:
        init = base.__dict__.get("__init__")
        if init is not None and init is not _no_init:
            cls.__init__ = init
            init(self, *args, **kwargs)
            return
    if args or kwargs:
        raise TypeError(f"{cls.__name__}() takes no arguments")


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata, name=None):
        super().__init__(origin, origin, "Annotated")
        self.__metadata__ = metadata

    def __getitem__(self, items):
        return _AnnotatedAlias(self.__origin__[items], self.__metadata__)

    def __eq__(self, other):
        return isinstance(other, _AnnotatedAlias) and self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(repr(each) for each in self.__metadata__)}]"


class Annotated:
    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    @classmethod
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        origin = _checked(params[0], "Annotated[t, ...]: t must be a type.")
        metadata = params[1:]
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        return _AnnotatedAlias(origin, metadata)


class NewType(_Form):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rsplit(".", 1)[-1]
        self.__supertype__ = tp
        import sys

        self.__module__ = sys._getframe(0).f_globals.get("__name__", "__main__")

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `{self.__name__} = NewType({self.__name__!r}, {self.__name__})`")

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


def _named_tuple(typename, fields, module):
    import collections

    fields = [(name, _checked(tp, f"field {name} annotation must be a type")) for name, tp in fields]
    made = collections.namedtuple(typename, [name for name, _ in fields], module=module)
    made.__annotations__ = dict(fields)
    return made


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        import collections

        kinds = ns.get("__annotations__", {})
        defaults = []
        for name in kinds:
            if name in ns:
                defaults.append(name)
            elif defaults:
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{plural} {', '.join(defaults)}")
        made = collections.namedtuple(typename, list(kinds), defaults=[ns[name] for name in defaults], module=ns["__module__"])
        made.__annotations__ = dict(kinds)
        made.__qualname__ = ns.get("__qualname__", typename)
        for base in bases:
            if base is Generic:
                made.__class_getitem__ = classmethod(lambda own, params: _GenericAlias(own, params))
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__annotations__", "__module__", "__qualname__", "__orig_bases__") and key not in kinds:
                setattr(made, key, value)
        return made


class _NamedTuple:
    def __call__(self, typename, fields=None, /, **kwargs):
        import sys

        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        return _named_tuple(typename, fields, sys._getframe(0).f_globals.get("__name__", "__main__"))

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTuple()
_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(_TypedDictMeta, name, (dict,), {key: value for key, value in ns.items() if key != "__orig_bases__"})
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}) if isinstance(base, _TypedDictMeta) else {})
            required.update(getattr(base, "__required_keys__", ()))
            optional.update(getattr(base, "__optional_keys__", ()))
        for key, value in ns.get("__annotations__", {}).items():
            annotations[key] = _checked(value, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            origin = get_origin(value)
            is_required = origin is Required or origin is not NotRequired and total
            (required if is_required else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, ns, total=True):
        pass

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


class _TypedDict:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields if fields is not None else kwargs), "__module__": "__main__"}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDict()
_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (), {})

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str

for _module, _names in {
    "builtins": "List/list/1 Dict/dict/2 Set/set/1 FrozenSet/frozenset/1 Tuple/tuple/-1 Type/type/1",
    "collections": "Deque/deque/1 DefaultDict/defaultdict/2 OrderedDict/OrderedDict/2 Counter/Counter/1 ChainMap/ChainMap/2",
    "collections.abc": "Awaitable//1 Coroutine//3 AsyncIterable//1 AsyncIterator//1 AsyncGenerator//2 Iterable//1 Iterator//1 "
    "Reversible//1 Container//1 Collection//1 AbstractSet/Set/1 MutableSet//1 Mapping//2 MutableMapping//2 Sequence//1 "
    "MutableSequence//1 MappingView//1 KeysView//1 ItemsView//2 ValuesView//1 Generator//3 Callable//2 Hashable//0 Sized//0 ByteString//0",
    "re": "Pattern//1 Match//1",
    "contextlib": "ContextManager/AbstractContextManager/1 AsyncContextManager/AbstractAsyncContextManager/1",
}.items():
    for _entry in _names.split():
        _name, _attribute, _count = _entry.split("/")
        setattr(_self, _name, _Alias(_module, _attribute or _name, int(_count), _name))


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self): ...


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self): ...


@runtime_checkable
class SupportsComplex(Protocol):
    def __complex__(self): ...


@runtime_checkable
class SupportsBytes(Protocol):
    def __bytes__(self): ...


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self): ...


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    def __abs__(self): ...


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    def __round__(self, ndigits=0): ...


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def no_type_check(arg):
    return arg


def no_type_check_decorator(decorator):
    return decorator


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should "
        "always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs, _Alias)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, types.GenericAlias, types.UnionType)):
        args = tp.__args__
        if getattr(tp, "_name", None) == "Callable" and args and not (len(args) == 2 and args[0] is ...):
            args = (list(args[:-1]), args[-1])
        return args
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    from _annotation_text import resolve

    import sys

    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = vars(sys.modules.get(base.__module__)) if base.__module__ in sys.modules else {}
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = resolve(value, globalns or names, localns or dict(vars(base)))
    else:
        module = sys.modules.get(getattr(obj, "__module__", None))
        names = globalns if globalns is not None else vars(obj) if isinstance(obj, types.ModuleType) else vars(module) if module else {}
        for name, value in (getattr(obj, "__annotations__", None) or {}).items():
            hints[name] = resolve(value, names, localns or {})
    if include_extras:
        return hints
    return {name: _without_extras(value) for name, value in hints.items()}


def _without_extras(value):
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if isinstance(value, _GenericAlias) and value.__origin__ in (Required, NotRequired):
        return _without_extras(value.__args__[0])
    return value


_OWN = "T KT VT T_co V_co VT_co T_contra ABCMeta types runtime"
__all__ = [name for name in dir(_self) if not name.startswith("_") and name not in _OWN.split()]
