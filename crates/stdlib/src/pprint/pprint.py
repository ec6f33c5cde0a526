"""pprint: a value's repr, broken into lines where it is too wide."""

import collections as _collections
import re as _re
import sys as _sys


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Orders what can't be ordered by type and address."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream if stream is not None else _sys.stdout
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return "".join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, out, indent, allowance, context, level):
        known = id(object)
        if known in context:
            out.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            writer = self._writer(object)
            if writer is not None:
                context[known] = 1
                writer(object, out, indent, allowance, context, level + 1)
                del context[known]
                return
        out.append(text)

    def _writer(self, object):
        own = type(object).__repr__
        for kind, writer in _writers:
            if own == kind.__repr__:
                return getattr(self, writer)
        if hasattr(type(object), "__dataclass_fields__") and "__repr__" in type(object).__dict__:
            return self._write_dataclass
        return None

    def _write_dict(self, object, out, indent, allowance, context, level):
        out.append("{" + (self._indent_per_level - 1) * " ")
        if len(object):
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            self._dict_items(items, out, indent, allowance + 1, context, level)
        out.append("}")

    def _dict_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        items = list(items)
        for at, (key, value) in enumerate(items):
            last = at == len(items) - 1
            text = self._repr(key, context, level)
            out.append(text + ": ")
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _write_list(self, object, out, indent, allowance, context, level):
        out.append("[")
        self._items(object, out, indent, allowance + 1, context, level)
        out.append("]")

    def _write_tuple(self, object, out, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        out.append("(")
        self._items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _write_set(self, object, out, indent, allowance, context, level):
        kind = type(object)
        if kind is set:
            start, end = "{", "}"
        else:
            start, end = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        out.append(start)
        self._items(sorted(object, key=_Key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _write_str(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        chunks = []
        for number, line in enumerate(lines):
            closing = allowance if number == len(lines) - 1 else 0
            text = repr(line)
            if len(text) <= self._width - indent - closing:
                chunks.append(text)
                continue
            parts = _re.findall(r"\S*\s*", line)
            parts.pop()
            current = ""
            for at, part in enumerate(parts):
                candidate = current + part
                room = self._width - indent - (closing if at == len(parts) - 1 else 0)
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        out.append(f"({text})" if level == 1 else text)

    def _write_dataclass(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        fields = [field for field in type(object).__dataclass_fields__.values() if field.repr]
        items = [(field.name, getattr(object, field.name)) for field in fields if hasattr(object, field.name)]
        out.append(name + "(")
        self._named_items(items, out, indent, allowance, context, level)
        out.append(")")

    def _write_namespace(self, object, out, indent, allowance, context, level):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else type(object).__name__
        out.append(name + "(")
        self._named_items(list(vars(object).items()), out, indent + len(name) + 1, allowance, context, level)
        out.append(")")

    def _named_items(self, items, out, indent, allowance, context, level):
        for at, (key, value) in enumerate(items):
            last = at == len(items) - 1
            out.append(key + "=")
            if id(value) in context:
                out.append("...")
            else:
                self._format(value, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        out.append((self._indent_per_level - 1) * " ")
        line = ",\n" + " " * indent
        gap = ""
        width = most = self._width - indent + 1
        items = list(items)
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                most -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if width < size:
                    width = most
                    if gap:
                        gap = line
                if width >= size:
                    width -= size
                    out.append(gap + text)
                    gap = ", "
                    continue
            out.append(gap)
            gap = line
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _write_ordered(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + "(")
        items = list(object.items())
        out.append("[")
        out.append((self._indent_per_level - 1) * " ")
        self._items_of_pairs(items, out, indent + len(name) + 1, allowance + 2, context, level)
        out.append("])")

    def _items_of_pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        for at, (key, value) in enumerate(items):
            last = at == len(items) - 1
            text = self._repr(key, context, level)
            out.append(f"({text}, ")
            self._format(value, out, indent + len(text) + 2, (allowance if last else 1) + 1, context, level)
            out.append(")")
            if not last:
                out.append(",\n" + " " * indent)

    def _write_default(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        factory = self._repr(object.default_factory, context, level)
        indent += len(name) + 1
        out.append(f"{name}({factory},\n{' ' * indent}")
        self._write_dict(object, out, indent, allowance + 1, context, level)
        out.append(")")

    def _write_counter(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + "({" + (self._indent_per_level - 1) * " ")
        self._dict_items(object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append("})")

    def _write_deque(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + "(")
        indent += len(name) + 1
        out.append("[")
        if object.maxlen is None:
            self._items(object, out, indent, allowance + 2, context, level)
            out.append("])")
        else:
            self._items(object, out, indent, 2, context, level)
            text = self._repr(object.maxlen, context, level)
            out.append(f"],\n{' ' * indent}maxlen={text})")

    def _safe_repr(self, object, context, maxlevels, level):
        """The text, whether eval() could read it, whether it is recursive."""
        own = type(object).__repr__
        if own == int.__repr__ and type(object) is not bool and self._underscore_numbers:
            return f"{object:_d}", True, False
        shape = {dict: "{}", list: "[]", tuple: "()"}
        kind = next((kind for kind in shape if isinstance(object, kind) and own == kind.__repr__), None)
        if kind is None:
            text = repr(object)
            return text, not text.startswith("<"), False
        opening, closing = shape[kind]
        if not object:
            return opening + closing, True, False
        if maxlevels and level >= maxlevels:
            dots = "...," if kind is tuple and len(object) == 1 else "..."
            return f"{opening}{dots}{closing}", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive, parts = True, False, []
        if kind is dict:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            groups = [pair for pair in items]
        else:
            groups = [(item,) for item in object]
        for group in groups:
            texts = []
            for item in group:
                text, item_readable, item_recursive = self.format(item, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and item_readable
                recursive = recursive or item_recursive
            parts.append(": ".join(texts))
        del context[id(object)]
        if kind is tuple and len(parts) == 1:
            closing = ",)"
        return opening + ", ".join(parts) + closing, readable, recursive


_writers = [
    (dict, "_write_dict"), (list, "_write_list"), (tuple, "_write_tuple"), (set, "_write_set"),
    (frozenset, "_write_set"), (str, "_write_str"), (_collections.OrderedDict, "_write_ordered"),
    (_collections.defaultdict, "_write_default"), (_collections.Counter, "_write_counter"),
    (_collections.deque, "_write_deque"),
]


def _add_namespace():
    from types import SimpleNamespace
    _writers.append((SimpleNamespace, "_write_namespace"))


_add_namespace()
