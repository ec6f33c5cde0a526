"""`dataclasses`: writes a class's methods from its annotated fields. Owns no state; rules and errors are CPython 3.11's.
(Over 400 lines because it is one decorator's work from fields to methods.)
"""

import abc
import sys
from threading import get_ident
from types import GenericAlias, MappingProxyType


class FrozenInstanceError(AttributeError):
    pass


class _Named:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _HasDefaultFactory:
    def __repr__(self):
        return "<factory>"


class _MissingType:
    def __repr__(self):
        return f"<dataclasses._MISSING_TYPE object at {id(self):#x}>"


_HAS_DEFAULT_FACTORY = _HasDefaultFactory()
MISSING = _MissingType()
KW_ONLY = _Named("<dataclasses._KW_ONLY_TYPE object>")
_EMPTY_METADATA = MappingProxyType({})
_FIELD = _Named("_FIELD")
_FIELD_CLASSVAR = _Named("_FIELD_CLASSVAR")
_FIELD_INITVAR = _Named("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT = "__post_init__"


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    @classmethod
    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
            f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},_field_type={self._field_type})"
        )

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return (
            f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
            f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})"
        )


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


_counter = [0]


def _make_function(cls, name, params, body, names):
    """The function `name` of these parameters and body lines; `names` are what it sees besides builtins."""
    _counter[0] += 1
    factory = f"_make_{_counter[0]}"
    lines = "\n".join("  " + line for line in body)
    source = f"def {factory}({', '.join(names)}):\n def {name}({', '.join(params)}):\n{lines}\n return {name}\n"
    function = _define(source, factory)(**names)
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    return function


def _is_text_of(annotation, names):
    text = annotation.split("[")[0].strip()
    return text.rsplit(".", 1)[-1] in names


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, _slot_kinds):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if isinstance(annotation, str):
        if _is_text_of(annotation, ("ClassVar",)):
            f._field_type = _FIELD_CLASSVAR
        elif _is_text_of(annotation, ("InitVar",)):
            f._field_type = _FIELD_INITVAR
    elif annotation is InitVar or type(annotation) is InitVar:
        f._field_type = _FIELD_INITVAR
    else:
        forms = sys.modules.get("_typing_forms")
        if forms is None and "typing" in sys.modules:
            forms = sys.modules["typing"]
        if forms is not None and (annotation is forms.ClassVar or getattr(annotation, "__origin__", None) is forms.ClassVar):
            f._field_type = _FIELD_CLASSVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default is not MISSING and _is_unhashable(f.default):
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


class _SlotMarker:
    pass


_slot_kinds = (_SlotMarker,)


def _is_unhashable(value):
    return isinstance(value, (list, dict, set, bytearray)) or type(value).__hash__ is None


def _init_function(cls, fields, frozen, has_post_init):
    std = [f for f in fields if f.init and not f.kw_only]
    kw_only = [f for f in fields if f.init and f.kw_only]
    seen_default = None
    for f in std:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    own = "__dataclass_self__" if any(f.name == "self" for f in fields) else "self"
    names = {"MISSING": MISSING, "_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY, "_object": object}

    def parameter(f):
        if f.default is not MISSING:
            names[f"_dflt_{f.name}"] = f.default
            return f"{f.name}=_dflt_{f.name}"
        if f.default_factory is not MISSING:
            return f"{f.name}=_HAS_DEFAULT_FACTORY"
        return f.name

    def assign(name, value):
        if frozen:
            return f"_object.__setattr__({own}, {name!r}, {value})"
        return f"{own}.{name} = {value}"

    body = []
    for f in fields:
        if f.default_factory is not MISSING:
            names[f"_dflt_{f.name}"] = f.default_factory
            value = f"_dflt_{f.name}()"
            if f.init:
                value = f"{value} if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}"
        elif f.init:
            value = f.name
        elif f.default is not MISSING and _keeps_slots(cls):
            names[f"_dflt_{f.name}"] = f.default
            value = f"_dflt_{f.name}"
        else:
            continue
        if f._field_type is not _FIELD_INITVAR:
            body.append(assign(f.name, value))
    if has_post_init:
        args = ", ".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{own}.{_POST_INIT}({args})")
    params = [own] + [parameter(f) for f in std]
    if kw_only:
        params += ["*"] + [parameter(f) for f in kw_only]
    function = _make_function(cls, "__init__", params, body or ["pass"], names)
    annotations = {f.name: f.type for f in std + kw_only}
    annotations["return"] = None
    function.__annotations__ = annotations
    return function


def _keeps_slots(cls):
    return cls.__dict__.get("__slots_wanted__", False)


_open = []


def _repr_function(cls, fields):
    shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in fields)
    text = f'return self.__class__.__qualname__ + f"({shown})"'
    return _recursive_repr(_make_function(cls, "__repr__", ["self"], [text], {}))


def _recursive_repr(function):
    def __repr__(self):
        key = (id(self), get_ident())
        if key in _open:
            return "..."
        _open.append(key)
        try:
            return function(self)
        finally:
            _open.remove(key)

    __repr__.__qualname__ = function.__qualname__
    __repr__.__wrapped__ = function
    return __repr__


def _tuple_text(own, fields):
    if not fields:
        return "()"
    return "(" + ",".join(f"{own}.{f.name}" for f in fields) + ",)"


def _comparison(cls, name, op, fields):
    body = [
        "if other.__class__ is self.__class__:",
        f" return {_tuple_text('self', fields)}{op}{_tuple_text('other', fields)}",
        "return NotImplemented",
    ]
    return _make_function(cls, name, ["self", "other"], body, {})


def _frozen_functions(cls, fields):
    names = tuple(f.name for f in fields)
    seen = {"cls": cls, "FrozenInstanceError": FrozenInstanceError, "names": names}
    condition = "if type(self) is cls or name in names:"
    setter = [condition, ' raise FrozenInstanceError(f"cannot assign to field {name!r}")', "super(cls, self).__setattr__(name, value)"]
    deleter = [condition, ' raise FrozenInstanceError(f"cannot delete field {name!r}")', "super(cls, self).__delattr__(name)"]
    return (
        _make_function(cls, "__setattr__", ["self", "name", "value"], setter, seen),
        _make_function(cls, "__delattr__", ["self", "name"], deleter, seen),
    )


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    fields = {}
    any_frozen_base = has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    kw_only_seen = False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or isinstance(annotation, str) and _is_text_of(annotation, ("KW_ONLY",)):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    everything = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    instance = [f for f in fields.values() if f._field_type is _FIELD]
    if init:
        has_post_init = hasattr(cls, _POST_INIT)
        if slots:
            cls.__slots_wanted__ = True
        _set_new(cls, "__init__", _init_function(cls, everything, frozen, has_post_init))
        if slots:
            del cls.__slots_wanted__
    if repr:
        _set_new(cls, "__repr__", _repr_function(cls, [f for f in instance if f.repr]))
    compared = [f for f in instance if f.compare]
    own_eq = "__eq__" in cls.__dict__
    if eq:
        _set_new(cls, "__eq__", _comparison(cls, "__eq__", "==", compared))
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _comparison(cls, name, op, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
    if frozen:
        for function in _frozen_functions(cls, instance):
            if _set_new(cls, function.__name__, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
    if unsafe_hash and has_explicit_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not has_explicit_hash:
        hashed = [f for f in instance if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _make_function(cls, "__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"], {})
    elif eq and not has_explicit_hash and not own_eq:
        cls.__hash__ = None
    if not getattr(cls, "__doc__", None):
        cls.__doc__ = f"{cls.__name__}({', '.join(_parameter_text(f) for f in everything if f.init)})"
    if match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in everything if f.init and not f.kw_only))
    if slots:
        cls = _with_slots(cls, instance)
    abc.update_abstractmethods(cls)
    return cls


def _parameter_text(f):
    if isinstance(f.type, type) and not isinstance(f.type, GenericAlias):
        kind = f.type.__name__ if f.type.__module__ == "builtins" else f"{f.type.__module__}.{f.type.__qualname__}"
    else:
        kind = repr(f.type)
    text = f"{f.name}: {kind}"
    if f.default is not MISSING:
        text += f" = {f.default!r}"
    elif f.default_factory is not MISSING:
        text += " = <factory>"
    return text


def _with_slots(cls, fields):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(base.__dict__.get("__slots__", ()))
    body["__slots__"] = tuple(f.name for f in fields if f.name not in inherited)
    for f in fields:
        body.pop(f.name, None)
    body["__qualname__"] = cls.__qualname__
    return type(cls)(cls.__name__, cls.__bases__, body)


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)

    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _copied(obj, lambda pairs, values: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _copied(obj, lambda pairs, values: tuple_factory(values))


def _copied(obj, make):
    if _is_instance(obj):
        pairs = [(f.name, _copied(getattr(obj, f.name), make)) for f in fields(obj)]
        return make(pairs, [value for _, value in pairs])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_copied(value, make) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_copied(value, make) for value in obj])
    if isinstance(obj, dict):
        pairs = [(_copied(key, make), _copied(value, make)) for key, value in obj.items()]
        if hasattr(type(obj), "default_factory"):
            made = type(obj)(obj.default_factory)
            for key, value in pairs:
                made[key] = value
            return made
        return type(obj)(pairs)
    if obj is None or isinstance(obj, (int, float, str, bytes)):
        return obj
    import copy

    return copy.deepcopy(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
):
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, body[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    body["__annotations__"] = annotations
    import types

    cls = types.new_class(cls_name, bases, {}, lambda namespace: namespace.update(body))
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
