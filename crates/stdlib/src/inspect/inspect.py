"""`inspect`: questions about objects, their source and the stack. Owns no state.
(Over 400 lines because it is one module of many small questions, as in CPython.)
"""

import linecache
import sys
import types
from _inspect_signature import BoundArguments, Parameter, Signature, _empty, _signature_of, formatannotation

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_NOFREE = 64
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature_of(obj, follow_wrapped)


def _type_of(name):
    return getattr(types, name, ())


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type) and not isinstance(object, types.GenericAlias)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, _type_of("CoroutineType"))


def isasyncgen(object):
    return isinstance(object, _type_of("AsyncGeneratorType"))


def isawaitable(object):
    if iscoroutine(object) or hasattr(type(object), "__await__"):
        return True
    return isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def _flags(obj):
    while True:
        if isinstance(obj, types.MethodType):
            obj = obj.__func__
        elif hasattr(obj, "func") and hasattr(obj, "keywords"):
            obj = obj.func
        else:
            break
    return obj.__code__.co_flags if isfunction(obj) else 0


def isgeneratorfunction(obj):
    return bool(_flags(obj) & CO_GENERATOR)


def iscoroutinefunction(obj):
    return bool(_flags(obj) & CO_COROUTINE) or getattr(obj, "_is_coroutine_mark", None) is True


def isasyncgenfunction(obj):
    return bool(_flags(obj) & CO_ASYNC_GENERATOR)


def markcoroutinefunction(func):
    func._is_coroutine_mark = True
    return func


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getmembers(object, predicate=None):
    results = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        content = len(line.lstrip())
        if content:
            indent = len(line) - content
            margin = indent if margin is None else min(margin, indent)
    if lines:
        lines[0] = lines[0].lstrip()
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        for base in object.__mro__[1:]:
            if base is not _object and base.__dict__.get("__doc__") is not None:
                doc = base.__dict__["__doc__"]
                break
    return cleandoc(doc) if isinstance(doc, str) else None


_object = object


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = unwrap(object).__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object if iscode(object) else None


def getfile(object):
    code = _code_of(object)
    if code is not None:
        return code.co_filename
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError(f"{object!r} is a built-in class")
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    raise TypeError(
        f"module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}"
    )


getsourcefile = getfile


def _class_line(cls, lines):
    path = cls.__qualname__.replace(".<locals>", "").split(".")
    indent = -1
    at = 0
    for name in path:
        found = None
        for number in range(at, len(lines)):
            text = lines[number].lstrip()
            depth = len(lines[number]) - len(text)
            if depth > indent and (text.startswith(f"class {name}:") or text.startswith(f"class {name}(") or text.startswith(f"def {name}(")):
                found = number
                indent = depth
                break
        if found is None:
            raise OSError("could not find class definition")
        at = found
    while at > 0 and lines[at - 1].lstrip().startswith("@") and lines[at - 1].index("@") == indent:
        at -= 1
    return at


def findsource(object):
    code = _code_of(object)
    if code is not None:
        place = _source(code)
        if place is None:
            raise OSError("could not get source code")
        return place[1].splitlines(True), place[2] - 1
    file = getfile(object)
    lines = linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    return lines, 0 if ismodule(object) else _class_line(object, lines)


def getblock(lines):
    """The lines of the first definition: up to the next line that is not indented further."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    header = True
    depth = 0
    end = 0
    quote = None
    for number, line in enumerate(lines):
        text = line.strip()
        inside = depth > 0 or quote is not None
        if number and not header and not inside and text and not text.startswith("#"):
            if len(line) - len(line.lstrip()) <= indent:
                break
        at = 0
        while at < len(line):
            char = line[at]
            if quote is not None:
                if char == "\\":
                    at += 1
                elif line.startswith(quote, at):
                    at += len(quote) - 1
                    quote = None
            elif char == "#":
                break
            elif char in "'\"":
                quote = char * 3 if line.startswith(char * 3, at) else char
                at += len(quote) - 1
            elif char in "([{":
                depth += 1
            elif char in ")]}":
                depth -= 1
            at += 1
        if quote is not None and len(quote) == 1:
            quote = None
        if header and depth == 0 and quote is None and not text.startswith("@") and text.split("#")[0].rstrip().endswith(":"):
            header = False
        elif header and depth == 0 and not text.startswith("@") and ":" in text:
            return lines[: number + 1]
        if text and not text.startswith("#") or depth or quote:
            end = number + 1
    return lines[:end]


def getsourcelines(object):
    lines, start = findsource(object)
    if ismodule(object) or iscode(object) and object.co_name == "<module>":
        return lines, 0
    return getblock(lines[start:]), start + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    lines, start = findsource(object)
    comments = []
    while start > 0 and lines[start - 1].lstrip().startswith("#"):
        start -= 1
        comments.insert(0, lines[start].lstrip())
    return "".join(comments) or None


class Traceback(tuple):
    def __new__(cls, filename, lineno, function, code_context, index, positions=None):
        return tuple.__new__(cls, (filename, lineno, function, code_context, index))

    filename = property(lambda self: self[0])
    lineno = property(lambda self: self[1])
    function = property(lambda self: self[2])
    code_context = property(lambda self: self[3])
    index = property(lambda self: self[4])

    def __repr__(self):
        return "Traceback(filename={!r}, lineno={!r}, function={!r}, code_context={!r}, index={!r})".format(*self)


class FrameInfo(tuple):
    def __new__(cls, frame, filename, lineno, function, code_context, index, positions=None):
        return tuple.__new__(cls, (frame, filename, lineno, function, code_context, index))

    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])

    def __repr__(self):
        return "FrameInfo(frame={!r}, filename={!r}, lineno={!r}, function={!r}, code_context={!r}, index={!r})".format(*self)


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    line = linecache.getline(frame.f_code.co_filename, lineno)
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, [line] if line else None, 0 if line else None)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def currentframe():
    return sys._getframe(0)


def stack(context=1):
    return getouterframes(sys._getframe(0), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


class FullArgSpec(tuple):
    def __new__(cls, *parts):
        return tuple.__new__(cls, parts)

    args = property(lambda self: self[0])
    varargs = property(lambda self: self[1])
    varkw = property(lambda self: self[2])
    defaults = property(lambda self: self[3])
    kwonlyargs = property(lambda self: self[4])
    kwonlydefaults = property(lambda self: self[5])
    annotations = property(lambda self: self[6])

    def __repr__(self):
        return "FullArgSpec(args={!r}, varargs={!r}, varkw={!r}, defaults={!r}, kwonlyargs={!r}, kwonlydefaults={!r}, annotations={!r})".format(*self)


def getfullargspec(func):
    function = func.__func__ if ismethod(func) else func
    sig = _signature_of(function, False)
    args, kwonly, defaults, kwdefaults, annotations = [], [], [], {}, {}
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    varargs = varkw = None
    for name, param in sig.parameters.items():
        if param.kind in (0, 1):
            args.append(name)
            if param.default is not _empty:
                defaults.append(param.default)
        elif param.kind == 2:
            varargs = name
        elif param.kind == 3:
            kwonly.append(name)
            if param.default is not _empty:
                kwdefaults[name] = param.default
        else:
            varkw = name
        if param.annotation is not _empty:
            annotations[name] = param.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    bound = _signature_of(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    found = obj.__dict__.get("__annotations__") if isinstance(obj, type) else getattr(obj, "__annotations__", None)
    return dict(found or {})
