"""`pydoc`: plain texts on the script's own functions, classes and modules. Source of the rules: CPython 3.11, Lib/pydoc.py.
Over 400 lines because each kind of thing has its own layout.
"""

import builtins
import inspect
import re
import sys
from collections import deque

__all__ = ["help"]

_HIDDEN = set("__author__ __builtins__ __cached__ __credits__ __date__ __doc__ __docformat__ __file__ __loader__ __module__ __name__ __package__ __path__ __qualname__ __slots__ __spec__ __version__".split())
_OBJECT_DOCS = {
    "__init__": "Initialize self.  See help(type(self)) for accurate signature.",
    "__new__": "Create and return a new object.  See help(type) for accurate signature.",
    "__repr__": "Return repr(self).",
    "__str__": "Return str(self).",
    "__hash__": "Return hash(self).",
    "__eq__": "Return self==value.",
    "__ne__": "Return self!=value.",
    "__lt__": "Return self<value.",
    "__le__": "Return self<=value.",
    "__gt__": "Return self>value.",
    "__ge__": "Return self>=value.",
    "__getattribute__": "Return getattr(self, name).",
    "__setattr__": "Implement setattr(self, name, value).",
    "__delattr__": "Implement delattr(self, name).",
    "__format__": "Default object formatter.",
    "__sizeof__": "Size of object in memory, in bytes.",
    "__dir__": "Default dir() implementation.",
    "__reduce__": "Helper for pickle.",
    "__reduce_ex__": "Helper for pickle.",
    "__init_subclass__": "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.",
}


def _own(value):
    """Whether the script defined it: texts of everything else are not kept."""
    module = value if inspect.ismodule(value) else inspect.getmodule(value)
    file = getattr(module, "__file__", None)
    return file is not None and not file.startswith("/usr/lib/")


def _refuse(what):
    sys._refuse("help() on %s: the texts of builtins and of the library are not kept" % what)


def _class_of(function):
    owner = sys.modules.get(getattr(function, "__module__", None))
    for name in function.__qualname__.split(".")[:-1]:
        owner = getattr(owner, name, None)
    return owner if inspect.isclass(owner) else None


def _written(value):
    if isinstance(value, (staticmethod, classmethod)):
        value = value.__func__
    doc = value.__dict__.get("__doc__") if inspect.isclass(value) else getattr(value, "__doc__", None)
    if doc is None and not inspect.isclass(value):
        owner = name = None
        if inspect.ismethod(value):
            name, owner = value.__func__.__name__, value.__self__
            owner = owner if inspect.isclass(owner) else type(owner)
        elif inspect.isfunction(value):
            name, owner = value.__name__, _class_of(value)
        elif isinstance(value, property) and value.fget is not None:
            name, owner = value.fget.__name__, _class_of(value.fget)
        for base in owner.__mro__ if owner is not None else ():
            found = base.__dict__.get(name)
            doc = _OBJECT_DOCS.get(name) if base is object else getattr(found, "__doc__", None)
            if doc is not None:
                break
    if not isinstance(doc, str):
        return None
    if not inspect.isclass(value) and not inspect.isroutine(value) and not inspect.ismodule(value) and type(value).__doc__ == doc:
        return None
    return inspect.cleandoc(doc)


def getdoc(object):
    result = _written(object)
    if not result:
        try:
            result = inspect.getcomments(object)
        except (OSError, TypeError):
            result = None
    return result and re.sub("^ *\n", "", result.rstrip()) or ""


def splitdoc(doc):
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if len(lines) >= 2 and not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def plain(text):
    return re.sub(".\b", "", text)


def classname(object, modname):
    name = object.__name__
    return name if object.__module__ == modname else object.__module__ + "." + name


def visiblename(name, all=None, obj=None):
    if name in _HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if name.startswith("_") and hasattr(obj, "_fields"):
        return True
    return name in all if all is not None else not name.startswith("_")


def describe(thing):
    if inspect.ismodule(thing):
        kind = "package " if hasattr(thing, "__path__") else "module "
        return kind + thing.__name__
    for test, kind in ((inspect.isbuiltin, "built-in function "), (inspect.isclass, "class "), (inspect.isfunction, "function "), (inspect.ismethod, "method ")):
        if test(thing):
            return kind + thing.__name__
    return type(thing).__name__


def _indent(text, prefix="    "):
    if not text:
        return ""
    lines = [prefix + line for line in text.split("\n")]
    lines[-1] = lines[-1].rstrip()
    return "\n".join(lines)


def _signature(value):
    try:
        return str(inspect.signature(value))
    except (ValueError, TypeError):
        return None


def _routine(value, name=None, mod=None, cl=None):
    real = value.__name__
    name = name or real
    note, skip = "", False
    if inspect.ismethod(value):
        owner = value.__self__.__class__
        if cl:
            note = " from " + classname(owner, mod) if owner is not cl else ""
        else:
            note = " method of %s instance" % classname(owner, mod)
    prefix = "async " if inspect.iscoroutinefunction(value) or inspect.isasyncgenfunction(value) else ""
    if name == real:
        title = real
    else:
        skip = cl is not None and next((base.__dict__[real] for base in cl.__mro__ if real in base.__dict__), None) is value
        title = name + " = " + real
    arguments = _signature(value)
    if arguments and real == "<lambda>":
        title, arguments = name + " lambda ", arguments[1:-1]
    declared = prefix + title + (arguments or "(...)") + note
    if skip:
        return declared + "\n"
    doc = getdoc(value)
    return declared + "\n" + (doc and _indent(doc).rstrip() + "\n")


def _descriptor(value, name):
    doc = value if isinstance(value, str) else getdoc(value)
    return (name + "\n" if name else "") + (_indent(doc) + "\n" if doc else "")


def _shortened(value):
    text = repr(value)
    return text if len(text) <= 100 else text[:48] + "..." + text[-49:]


def _other(value, name=None, maxlen=None, doc=None):
    text = _shortened(value)
    start = name + " = " if name else ""
    if maxlen and len(start + text) > maxlen:
        text = text[: maxlen - len(start + text)] + "..."
    line = start + text
    doc = doc or getdoc(value)
    return line + "\n" + _indent(str(doc)) + "\n" if doc else line


def _attributes(cls):
    """Names with their kind, the class that has them, and what lies there."""
    found = {}
    # A class whose base has annotations gets its own, empty, as soon as it is looked at.
    if "__annotations__" not in cls.__dict__ and any("__annotations__" in base.__dict__ for base in cls.__mro__):
        found["__annotations__"] = ("__annotations__", "data", cls, {})
    for owner in cls.__mro__:
        if owner is object:
            continue
        slots = owner.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if visiblename(name, obj=cls) and name not in found:
                found[name] = (name, "data descriptor", owner, "")
        for name, value in owner.__dict__.items():
            if name in found or not visiblename(name, obj=cls) or name in ("__dict__", "__weakref__"):
                continue
            if isinstance(value, staticmethod) or name == "__new__":
                kind = "static method"
            elif isinstance(value, classmethod) or name in ("__init_subclass__", "__class_getitem__"):
                kind = "class method"
            elif isinstance(value, property):
                kind = "readonly property" if value.fset is None else "data descriptor"
            elif inspect.isroutine(value):
                kind = "method"
            else:
                is_descriptor = hasattr(type(value), "__set__") or hasattr(type(value), "__delete__")
                kind = "data descriptor" if is_descriptor or type(value).__name__ == "member_descriptor" else "data"
            found[name] = (name, kind, owner, value)
    slotted = [owner for owner in cls.__mro__ if "__slots__" not in owner.__dict__ and owner is not object]
    if slotted:
        first = slotted[-1]
        found["__dict__"] = ("__dict__", "data descriptor", first, "dictionary for instance variables")
        found["__weakref__"] = ("__weakref__", "data descriptor", first, "list of weak references to the object")
    return list(found.values())


def _class(cls, name=None, mod=None):
    real = cls.__name__
    name = name or real
    for base in cls.__mro__:
        if base is not object and not _own(base) and base.__module__ not in ("abc", "typing", "enum"):
            _refuse("the class %s of a library's class" % real)
    title = "class " + real if name == real else name + " = class " + real
    title += "(%s)" % ", ".join(classname(base, cls.__module__) for base in cls.__bases__)
    contents = []
    push = contents.append
    arguments = _signature(cls)
    if arguments and arguments != "()":
        push(name + arguments + "\n")
    doc = getdoc(cls)
    if doc:
        push(doc + "\n")
    mro = deque(cls.__mro__)
    if len(mro) > 2:
        push("Method resolution order:")
        for base in mro:
            push("    " + classname(base, cls.__module__))
        push("")
    has_section = False

    def section(title):
        nonlocal has_section
        if has_section:
            push("-" * 70)
        has_section = True
        push(title)

    attributes = _attributes(cls)
    while attributes:
        owner = mro.popleft() if mro else attributes[0][2]
        own = sorted((entry for entry in attributes if entry[2] is owner), key=lambda entry: entry[0])
        attributes = [entry for entry in attributes if entry[2] is not owner]
        tag = "defined here" if owner is cls else "inherited from %s" % classname(owner, cls.__module__)
        kinds = (("Methods", "method"), ("Class methods", "class method"), ("Static methods", "static method"))
        for words, kind in kinds:
            entries = [entry for entry in own if entry[1] == kind]
            if entries:
                section("%s %s:\n" % (words, tag))
                for attribute, _, _, _ in entries:
                    push(_document(getattr(cls, attribute), attribute, mod, cls))
        for words, kind in (("Readonly properties", "readonly property"), ("Data descriptors", "data descriptor")):
            entries = [entry for entry in own if entry[1] == kind]
            if entries:
                section("%s %s:\n" % (words, tag))
                for attribute, _, _, value in entries:
                    push(_descriptor(value, attribute))
        entries = [entry for entry in own if entry[1] == "data"]
        if entries:
            section("Data and other attributes %s:\n" % tag)
            for attribute, _, _, value in entries:
                shown = value if attribute == "__annotations__" else getattr(cls, attribute, value)
                push(_other(shown, attribute, 70, getdoc(value)) + "\n")
    contents = "\n".join(contents)
    if not contents:
        return title + "\n"
    return title + "\n" + _indent(contents.rstrip(), " |  ") + "\n"


def _tree(classes, modname):
    """The module's classes under their bases, as lines."""
    children, roots = {}, []
    for cls in classes:
        for base in cls.__bases__:
            children.setdefault(base, []).append(cls)
            if base not in classes and base not in roots:
                roots.append(base)

    def lines(entries, depth):
        for cls in sorted(entries, key=lambda c: (c.__module__, c.__name__)):
            line = "    " * depth + classname(cls, modname)
            bases = [classname(base, modname) for base in cls.__bases__]
            if depth and bases and len(cls.__bases__) > 1:
                line += "(%s)" % ", ".join(bases)
            elif depth and bases:
                line += "(%s)" % bases[0]
            yield line
            yield from lines(children.get(cls, []), depth + 1)

    found = []
    for root in sorted(roots, key=lambda c: (c.__module__, c.__name__)):
        found.append(classname(root, modname))
        found += lines(children[root], 1)
    return "\n".join(re.sub(r"\(.*\)$", "", line) for line in found)


def _section(title, contents):
    return title + "\n" + _indent(contents).rstrip() + "\n\n"


def _module(module):
    name = module.__name__
    synopsis, description = splitdoc(getdoc(module))
    result = _section("NAME", name + (synopsis and " - " + synopsis))
    if description:
        result += _section("DESCRIPTION", description)
    all = getattr(module, "__all__", None)
    classes, functions, data = [], [], []
    for key, value in sorted(vars(module).items()):
        if not visiblename(key, all, module):
            continue
        if inspect.isclass(value):
            if all is not None or (inspect.getmodule(value) or module) is module:
                classes.append((key, value))
        elif inspect.isroutine(value):
            if all is not None or inspect.isbuiltin(value) or inspect.getmodule(value) is module:
                functions.append((key, value))
        elif not inspect.ismodule(value):
            data.append((key, value))
    if classes:
        contents = [_tree([value for _, value in classes], name) + "\n"]
        contents += [_document(value, key, name) for key, value in classes]
        result += _section("CLASSES", "\n".join(contents))
    if functions:
        result += _section("FUNCTIONS", "\n".join(_document(value, key, name) for key, value in functions))
    if data:
        result += _section("DATA", "\n".join(_other(value, key, 70) for key, value in data))
    for key, title in (("__version__", "VERSION"), ("__date__", "DATE"), ("__author__", "AUTHOR"), ("__credits__", "CREDITS")):
        if hasattr(module, key):
            result += _section(title, str(getattr(module, key)))
    return result + _section("FILE", getattr(module, "__file__", "(built-in)"))


def _document(value, name=None, mod=None, cl=None):
    if inspect.ismodule(value):
        return _module(value)
    if inspect.isclass(value):
        return _class(value, name, mod)
    if inspect.isroutine(value):
        return _routine(value, name, mod, cl)
    if isinstance(value, property):
        return _descriptor(value, name)
    return _other(value, name)


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    if isinstance(thing, str):
        _refuse("the name %r" % thing)
    shown = thing
    if not (inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing) or isinstance(thing, property)):
        shown = getattr(thing, "__origin__", None) or type(thing)
    if not _own(shown.fget if isinstance(shown, property) else shown):
        _refuse(getattr(shown, "__name__", type(shown).__name__))
    described = describe(thing)
    module = inspect.getmodule(thing)
    name = getattr(thing, "__name__", None)
    if module is not None and module is not thing:
        described += " in module " + module.__name__
    if shown is not thing:
        described += " object"
    return title % described + "\n\n" + _document(shown, name)


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None):
    text = render_doc(thing, title)
    (output or sys.stdout).write(plain(text))
    if output is None:
        sys.stdout.write("\n")


class Helper:
    def __repr__(self):
        return "<%s.%s instance>" % (self.__class__.__module__, self.__class__.__qualname__)

    def __call__(self, *request):
        if not request:
            sys._refuse("the interactive help()")
        self.help(*request)

    def help(self, request):
        doc(request, "Help on %s:")


help = Helper()
