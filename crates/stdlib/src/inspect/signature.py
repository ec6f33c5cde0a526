"""`inspect`'s signatures: parameters, binding, and their text. Owns no state.
"""

from enum import IntEnum
from types import BuiltinFunctionType, FunctionType, GenericAlias, MappingProxyType, MethodType

__name__ = "inspect"


class _empty:
    pass


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self]


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_ParameterKind.VAR_POSITIONAL, _ParameterKind.VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        return self._name

    @property
    def kind(self):
        return self._kind

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        return type(self)(
            self._name if name is None else name, self._kind if kind is None else kind,
            default=self._default if default is None else default,
            annotation=self._annotation if annotation is None else annotation,
        )

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        if self._kind == 2:
            text = "*" + text
        elif self._kind == 4:
            text = "**" + text
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (other._name, other._kind, other._default, other._annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (3, 4) or name not in self.arguments:
                break
            if param.kind == 2:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_keyword = False
        for name, param in self._signature.parameters.items():
            if not by_keyword:
                if param.kind in (3, 4):
                    by_keyword = True
                elif name not in self.arguments:
                    by_keyword = True
                    continue
            if by_keyword and name in self.arguments:
                if param.kind == 4:
                    kwargs.update(self.arguments[name])
                else:
                    kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        filled = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif param.default is not _empty:
                filled[name] = param.default
            elif param.kind == 2:
                filled[name] = ()
            elif param.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found = {}
        last_kind = 0
        for param in parameters or ():
            if param.kind < last_kind:
                raise ValueError(
                    f"wrong parameter order: {_ParameterKind(last_kind).description} parameter before {param.kind.description} parameter"
                )
            last_kind = param.kind
            if param.name in found:
                raise ValueError(f"duplicate parameter name: {param.name!r}")
            found[param.name] = param
        self._parameters = MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(
            list(self._parameters.values()) if parameters is None else parameters,
            return_annotation=self._return_annotation if return_annotation is None else return_annotation,
        )

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        kwargs = dict(kwargs)
        args = list(args)
        for name, param in self._parameters.items():
            kind = param.kind
            if kind == 2:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif args and kind != 3:
                if name in kwargs and kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
            elif name in kwargs and kind != 0:
                arguments[name] = kwargs.pop(name)
            elif param.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.values()) == list(other._parameters.values()) and self._return_annotation == other._return_annotation

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        result = []
        slash = star = False
        for param in self._parameters.values():
            if param.kind == 0:
                slash = True
            elif slash:
                result.append("/")
                slash = False
            if param.kind == 2:
                star = True
            elif param.kind == 3 and not star:
                result.append("*")
                star = True
            result.append(str(param))
        if slash:
            result.append("/")
        text = f"({', '.join(result)})"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text


def _without_first(signature):
    params = list(signature.parameters.values())
    if not params or params[0].kind in (3, 4):
        raise ValueError("invalid method signature")
    if params[0].kind != 2:
        params = params[1:]
    return signature.replace(parameters=params)


def _signature_of(obj, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, MethodType):
        return _without_first(_signature_of(obj.__func__, follow_wrapped))
    if follow_wrapped and not isinstance(obj, type):
        while hasattr(obj, "__wrapped__") and not isinstance(getattr(obj, "__signature__", None), Signature):
            obj = obj.__wrapped__
        if isinstance(obj, MethodType):
            return _signature_of(obj, follow_wrapped)
    own = getattr(obj, "__signature__", None)
    if isinstance(own, Signature):
        return own
    rows = _parameters(obj)
    if rows is not None:
        annotations = getattr(obj, "__annotations__", None) or {}
        params = [
            Parameter(row[0], row[1], default=row[2] if len(row) > 2 else _empty, annotation=annotations.get(row[0], _empty))
            for row in rows
        ]
        return Signature(params, return_annotation=annotations.get("return", _empty))
    if hasattr(obj, "func") and hasattr(obj, "keywords") and hasattr(obj, "args"):
        return _partial_signature(obj)
    if isinstance(obj, type):
        return _class_signature(obj)
    if not isinstance(obj, BuiltinFunctionType) and not isinstance(obj, FunctionType):
        call = getattr(type(obj), "__call__", None)
        if isinstance(call, FunctionType):
            return _without_first(_signature_of(call))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _class_signature(cls):
    call = type(cls).__dict__.get("__call__") if type(cls) is not type else None
    if isinstance(call, FunctionType):
        return _without_first(_signature_of(call))
    for base in cls.__mro__:
        for name in ("__new__", "__init__"):
            function = base.__dict__.get(name)
            if isinstance(function, staticmethod):
                function = function.__func__
            if isinstance(function, FunctionType):
                return _without_first(_signature_of(function))
    if cls.__module__ == "builtins" or any(base.__module__ == "builtins" and base is not object for base in cls.__mro__):
        raise ValueError(f"no signature found for builtin type {cls!r}")
    return Signature([])


def _partial_signature(obj):
    signature = _signature_of(obj.func)
    params = list(signature.parameters.values())
    given = len(obj.args)
    kept = []
    keyword_only = False
    for param in params:
        if given and param.kind in (0, 1):
            given -= 1
            continue
        if param.name in obj.keywords:
            param = param.replace(kind=3, default=obj.keywords[param.name])
            keyword_only = True
        elif keyword_only and param.kind == 1:
            param = param.replace(kind=3)
        kept.append(param)
    return signature.replace(parameters=sorted(kept, key=lambda param: param.kind))
