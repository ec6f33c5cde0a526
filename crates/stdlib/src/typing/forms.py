"""`typing`'s special forms, variables and aliases. Owns how they are subscripted and shown; knows no class made of them.
(Over 400 lines because forms, variables and aliases are made of one another.)
"""

import types
from types import GenericAlias, NoneType, UnionType, _parameters, _substitute

__name__ = "typing"


def _type_repr(value):
    if isinstance(value, type) and not isinstance(value, GenericAlias):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, types.FunctionType):
        return value.__name__
    if isinstance(value, tuple):
        return "[" + ", ".join(_type_repr(item) for item in value) + "]"
    return repr(value)


def _checked(arg, message):
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, (type, GenericAlias, UnionType)) or getattr(arg, "_is_type_form", False) is True or callable(arg):
        return arg
    if arg is ... or isinstance(arg, (list, tuple)):
        return arg
    raise TypeError(f"{message} Got {arg!r:.100}.")


class ForwardRef:
    _is_type_form = True

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Form:
    """What can stand in an annotation."""

    _is_type_form = True

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Form):
    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __repr__(self):
        return "typing." + self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._getitem(self, parameters)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")


class _Variable(_Form):
    _is_type_variable = True

    def __repr__(self):
        prefix = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return prefix + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(_checked(each, "TypeVar(name, constraint, ...): constraints must be types.") for each in constraints)
        self.__bound__ = None if bound is None else _checked(bound, "Bound must be a type.")
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class ParamSpecArgs(_Form):
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(_Form):
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_Variable):
    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _GenericAlias(_Form):
    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters(self.__args__)
        self._name = name

    def __getitem__(self, items):
        if not isinstance(items, tuple):
            items = (items,)
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        _check_count(self, items, len(self.__parameters__))
        known = dict(zip(self.__parameters__, (_checked(item, "Parameters to generic types must be types.") for item in items)))
        args = tuple(_substitute(arg, known) for arg in self.__args__)
        return Union[args] if self.__origin__ is Union else type(self)(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if self._name and self.__origin__ not in (self, None) and not getattr(self.__origin__, "_is_protocol", None):
            if self.__origin__.__module__ == "builtins" and self._name != self.__origin__.__name__:
                raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        result = (self.__origin__,)
        generic = _generic_class[0]
        if self._name or self.__origin__ is not generic and not issubclass(self.__origin__, generic):
            at = bases.index(self)
            if not any(base is not self and (isinstance(base, _GenericAlias) or isinstance(base, type) and issubclass(base, generic)) for base in bases[at + 1 :]):
                result += (generic,)
        elif self.__origin__ is generic and any(
            isinstance(base, _GenericAlias) and base is not self and base.__origin__ is not generic and getattr(base.__origin__, "_is_protocol", False)
            for base in bases
        ):
            return ()
        return result

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if name.startswith("_is_"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return any(isinstance(obj, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        origin = self.__origin__
        args = self.__args__
        if origin is Union:
            if len(args) == 2 and NoneType in args:
                return f"typing.Optional[{_type_repr(args[0] if args[1] is NoneType else args[1])}]"
        if self._name == "Callable":
            return _callable_repr(args)
        name = f"typing.{self._name}" if self._name else _type_repr(origin)
        shown = ", ".join(repr(arg) if origin is Literal else _type_repr(arg) for arg in args) if args else "()"
        return f"{name}[{shown}]"


_generic_class = [None]


def _callable_repr(args):
    if len(args) == 2 and (args[0] is ... or getattr(args[0], "_is_type_variable", False)):
        return f"typing.Callable[{_type_repr(args[0])}, {_type_repr(args[1])}]"
    return f"typing.Callable[[{', '.join(_type_repr(arg) for arg in args[:-1])}], {_type_repr(args[-1])}]"


def _check_count(what, items, count):
    if len(items) != count:
        many = "many" if len(items) > count else "few"
        raise TypeError(f"Too {many} arguments for {what!r}; actual {len(items)}, expected {count}")


class _Alias(_Form):
    """`List`, `Iterable` …: another name of a class of the library, which is looked up when it is asked for."""

    def __init__(self, module, attribute, count, name):
        self._module = module
        self._attribute = attribute
        self._count = count
        self._name = name
        self._origin = None

    @property
    def __origin__(self):
        if self._origin is None:
            if self._module == "builtins":
                import builtins as module
            elif self._module == "collections":
                import collections as module
            elif self._module == "re":
                import re as module
            elif self._module == "contextlib":
                import contextlib as module
            else:
                import collections.abc as module
            self._origin = getattr(module, self._attribute)
        return self._origin

    def __getitem__(self, items):
        if self._name == "Callable":
            return _callable_alias(self.__origin__, items)
        if not isinstance(items, tuple):
            items = (items,)
        if self._name == "Tuple":
            if items == ((),):
                items = ()
        elif self._count >= 0:
            _check_count(self, items, self._count)
        args = tuple(_checked(item, "Parameters to generic types must be types.") for item in items)
        return _GenericAlias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if self._module == "builtins":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


def _callable_alias(origin, items):
    if not isinstance(items, tuple) or len(items) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    params, result = items
    result = _checked(result, "Callable[args, result]: result must be a type.")
    if isinstance(params, list):
        params = tuple(_checked(each, "Callable[[arg, ...], result]: each arg must be a type.") for each in params)
        return _GenericAlias(origin, params + (result,), "Callable")
    return _GenericAlias(origin, (params, result), "Callable")


def _union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    args = []
    for parameter in parameters:
        parameter = _checked(parameter, "Union[arg, ...]: each arg must be a type.")
        is_union = isinstance(parameter, UnionType) or isinstance(parameter, _GenericAlias) and parameter.__origin__ is Union
        for arg in parameter.__args__ if is_union else (parameter,):
            if arg not in args:
                args.append(arg)
    if len(args) == 1:
        return args[0]
    name = "Optional" if len(args) == 2 and NoneType in args else None
    return _UnionAlias(Union, tuple(args), name)


class _UnionAlias(_GenericAlias):
    def __repr__(self):
        if self._name == "Optional":
            return _GenericAlias.__repr__(self)
        return f"typing.Union[{', '.join(_type_repr(arg) for arg in self.__args__)}]"


def _optional(self, arg):
    if isinstance(arg, (list, tuple)):
        raise TypeError(f"{self} requires a single type. Got {arg!r:.100}.")
    return Union[_checked(arg, f"{self} requires a single type."), None]


def _literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        more = parameter.__args__ if isinstance(parameter, _GenericAlias) and parameter.__origin__ is Literal else (parameter,)
        for each in more:
            if not any(each == known and type(each) is type(known) for known in flat):
                flat.append(each)
    return _GenericAlias(Literal, tuple(flat), "Literal")


def _one_type(self, parameters):
    arg = _checked(parameters, f"{self} accepts only single type.")
    return _GenericAlias(self, (arg,), self._name)


def _several_types(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _GenericAlias(self, tuple(_checked(each, f"{self} accepts only types.") for each in parameters), self._name)


class _Unpacked(_GenericAlias):
    def __repr__(self):
        return "*" + _type_repr(self.__args__[0])


Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
ClassVar = _SpecialForm("ClassVar", _one_type)
Final = _SpecialForm("Final", _one_type)
Required = _SpecialForm("Required", _one_type)
NotRequired = _SpecialForm("NotRequired", _one_type)
ReadOnly = _SpecialForm("ReadOnly", _one_type)
TypeGuard = _SpecialForm("TypeGuard", _one_type)
TypeIs = _SpecialForm("TypeIs", _one_type)
Concatenate = _SpecialForm("Concatenate", _several_types)
Unpack = _SpecialForm("Unpack", lambda self, arg: _Unpacked(self, (arg,), "Unpack"))
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")
