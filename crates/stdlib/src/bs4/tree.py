"""bs4: pages as trees: what an element is, what it finds, how it is changed and said again. Longer than most files because
all of that is one class of bs4's, and its text.
"""

import re as _re
from html import escape as _escape
from html.parser import HTMLParser as _HTMLParser

from _network import _spend_us

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_MANY = {"class", "rel", "rev", "accept-charset", "headers", "accesskey", "dropzone"}


class PageElement:
    parent = None
    hidden = False

    def _index(self):
        for index, child in enumerate(self.parent.contents):
            if child is self:
                return index
        return -1

    @property
    def next_sibling(self):
        if self.parent is None:
            return None
        index = self._index() + 1
        return self.parent.contents[index] if index < len(self.parent.contents) else None

    @property
    def previous_sibling(self):
        if self.parent is None:
            return None
        index = self._index()
        return self.parent.contents[index - 1] if index > 0 else None

    @property
    def next_siblings(self):
        while (self := self.next_sibling) is not None:
            yield self

    @property
    def previous_siblings(self):
        while (self := self.previous_sibling) is not None:
            yield self

    @property
    def parents(self):
        while (self := self.parent) is not None:
            yield self

    @property
    def next_element(self):
        if isinstance(self, Tag) and self.contents:
            return self.contents[0]
        while self is not None:
            if self.next_sibling is not None:
                return self.next_sibling
            self = self.parent
        return None

    @property
    def next_elements(self):
        while (self := self.next_element) is not None:
            yield self

    def find_parent(self, name=None, attrs={}, **more):
        return _first(_matching(self.parents, name, attrs, None, more))

    def find_parents(self, name=None, attrs={}, limit=None, **more):
        return _result(_matching(self.parents, name, attrs, None, more), limit)

    def find_next_sibling(self, name=None, attrs={}, string=None, **more):
        return _first(_matching(self.next_siblings, name, attrs, string, more))

    def find_next_siblings(self, name=None, attrs={}, string=None, limit=None, **more):
        return _result(_matching(self.next_siblings, name, attrs, string, more), limit)

    def find_previous_sibling(self, name=None, attrs={}, string=None, **more):
        return _first(_matching(self.previous_siblings, name, attrs, string, more))

    def find_previous_siblings(self, name=None, attrs={}, string=None, limit=None, **more):
        return _result(_matching(self.previous_siblings, name, attrs, string, more), limit)

    def find_next(self, name=None, attrs={}, string=None, **more):
        return _first(_matching(self.next_elements, name, attrs, string, more))

    def find_all_next(self, name=None, attrs={}, string=None, limit=None, **more):
        return _result(_matching(self.next_elements, name, attrs, string, more), limit)

    def extract(self):
        if self.parent is not None:
            del self.parent.contents[self._index()]
            self.parent = None
        return self

    def replace_with(self, *others):
        parent, index = self.parent, self._index()
        self.extract()
        for offset, other in enumerate(others):
            parent.insert(index + offset, other)
        return self

    def insert_before(self, *others):
        for other in others:
            self.parent.insert(self._index(), other)

    def insert_after(self, *others):
        for offset, other in enumerate(others):
            self.parent.insert(self._index() + 1 + offset, other)

    def wrap(self, wrapper):
        self.replace_with(wrapper)
        wrapper.append(self)
        return wrapper


class NavigableString(str, PageElement):
    name = None
    _before = _after = ""

    @property
    def string(self):
        return self

    def get_text(self, separator="", strip=False, types=None):
        return self.strip() if strip else str(self)

    text = property(lambda self: str(self))

    @property
    def strings(self):
        yield self

    @property
    def stripped_strings(self):
        if self.strip():
            yield self.strip()

    def output_ready(self, formatter="minimal"):
        return self._before + (str(self) if self._before else _escape(str(self), False)) + self._after


class PreformattedString(NavigableString):
    pass


class Comment(PreformattedString):
    _before, _after = "<!--", "-->"


class CData(PreformattedString):
    _before, _after = "<![CDATA[", "]]>"


class ProcessingInstruction(PreformattedString):
    _before, _after = "<?", ">"


class Declaration(PreformattedString):
    _before, _after = "<!", ">"


class Doctype(PreformattedString):
    _before, _after = "<!DOCTYPE ", ">\n"


class Stylesheet(NavigableString):
    def output_ready(self, formatter="minimal"):
        return str(self)


class Script(Stylesheet):
    pass


class ResultSet(list):
    def __init__(self, source=None, result=()):
        super().__init__(result)
        self.source = source

    def __getattr__(self, key):
        raise AttributeError(
            f'ResultSet object has no attribute "{key}". You\'re probably treating a list of elements like a single element. '
            "Did you call find_all() when you meant to call find()?"
        )


def _first(found):
    return next(iter(found), None)


def _result(found, limit):
    result = ResultSet()
    for item in found:
        result.append(item)
        if limit and len(result) >= limit:
            break
    return result


def _agrees(wanted, value, element=None):
    "Whether a name, an attribute or a text is what was asked for."
    if wanted is True:
        return value is not None
    if wanted is None or wanted is False:
        return value is None
    if isinstance(value, list):
        return any(_agrees(wanted, one) for one in value) or _agrees(wanted, " ".join(value))
    if callable(wanted) and not hasattr(wanted, "search"):
        return bool(wanted(value))
    if hasattr(wanted, "search"):
        return value is not None and wanted.search(value) is not None
    if isinstance(wanted, (list, tuple, set)):
        return any(_agrees(one, value) for one in wanted)
    return value is not None and str(wanted) == value


def _matching(elements, name, attrs, string, more):
    if not isinstance(attrs, dict):
        attrs = {"class": attrs}
    wanted = dict(attrs)
    for key, value in more.items():
        wanted["class" if key == "class_" else key] = value
    if string is None and "text" in more:
        string = wanted.pop("text")
    if string is not None and name is None and not wanted:
        for element in elements:
            if isinstance(element, NavigableString) and _agrees(string, str(element)):
                yield element
        return
    for element in elements:
        if not isinstance(element, Tag):
            continue
        if name is not None and name is not True:
            if callable(name) and not hasattr(name, "search"):
                if not name(element):
                    continue
            elif not _agrees(name, element.name):
                continue
        if all(_agrees(value, element.attrs.get(key)) for key, value in wanted.items()):
            if string is None or _agrees(string, element.string):
                yield element


class SoupStrainer:
    def __init__(self, name=None, attrs={}, string=None, **more):
        self._asked = (name, attrs, string, more)


class Tag(PageElement):
    def __init__(self, parser=None, builder=None, name=None, namespace=None, prefix=None, attrs=None, parent=None, **more):
        self.name = name
        self.attrs = dict(attrs or {})
        self.contents = []
        self.parent = parent

    # Attributes.

    def __getitem__(self, key):
        return self.attrs[key]

    def __setitem__(self, key, value):
        self.attrs[key] = value

    def __delitem__(self, key):
        self.attrs.pop(key, None)

    def get(self, key, default=None):
        return self.attrs.get(key, default)

    def get_attribute_list(self, key, default=None):
        value = self.get(key, default)
        return value if isinstance(value, list) else [value]

    def has_attr(self, key):
        return key in self.attrs

    # Children.

    def __iter__(self):
        return iter(self.contents)

    def __len__(self):
        return len(self.contents)

    def __bool__(self):
        return True

    def __contains__(self, item):
        return item in self.contents

    def __eq__(self, other):
        return self is other or isinstance(other, Tag) and (self.name, self.attrs, self.contents) == (other.name, other.attrs, other.contents)

    def __hash__(self):
        return hash(str(self))

    def __getattr__(self, name):
        if name.startswith("__") or name in ("contents", "attrs"):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return self.find(name)

    def __call__(self, *args, **more):
        return self.find_all(*args, **more)

    children = property(lambda self: iter(self.contents))

    @property
    def descendants(self):
        for child in self.contents:
            yield child
            if isinstance(child, Tag):
                yield from child.descendants

    def find(self, name=None, attrs={}, recursive=True, string=None, **more):
        return _first(_matching(self.descendants if recursive else self.contents, name, attrs, string, more))

    def find_all(self, name=None, attrs={}, recursive=True, string=None, limit=None, **more):
        return _result(_matching(self.descendants if recursive else self.contents, name, attrs, string, more), limit)

    findAll = find_all
    findChildren = find_all

    # Text.

    @property
    def string(self):
        if len(self.contents) != 1:
            return None
        return self.contents[0].string

    @string.setter
    def string(self, text):
        self.clear()
        self.append(NavigableString(text))

    def _all_strings(self, strip=False):
        for item in self.descendants:
            if not isinstance(item, NavigableString) or isinstance(item, PreformattedString):
                continue
            if isinstance(item, Stylesheet) and item.parent is not self:
                continue
            if strip:
                if item.strip():
                    yield item.strip()
            else:
                yield item

    strings = property(lambda self: self._all_strings())
    stripped_strings = property(lambda self: self._all_strings(True))

    def get_text(self, separator="", strip=False, types=None):
        return separator.join(self._all_strings(strip))

    getText = get_text
    text = property(lambda self: self.get_text())

    # Changes.

    def append(self, item):
        self.insert(len(self.contents), item)
        return item

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def insert(self, position, item):
        if isinstance(item, str) and not isinstance(item, NavigableString):
            item = NavigableString(item)
        if item.parent is not None:
            item.extract()
        item.parent = self
        self.contents.insert(position, item)
        return [item]

    def clear(self, decompose=False):
        for child in list(self.contents):
            child.extract()

    def decompose(self):
        self.extract()
        self.contents = []

    def unwrap(self):
        parent, index = self.parent, self._index()
        self.extract()
        for offset, child in enumerate(list(self.contents)):
            parent.insert(index + offset, child)
        return self

    # As text again.

    def _open_tag(self):
        told = ""
        for key, value in sorted(self.attrs.items()):
            if value is None:
                told += " " + key
                continue
            text = _escape(" ".join(value) if isinstance(value, list) else str(value), False)
            quote = '"'
            if '"' in text:
                quote, text = ("'", text) if "'" not in text else ('"', text.replace('"', "&quot;"))
            told += f" {key}={quote}{text}{quote}"
        return f"<{self.name}{told}{'/' if self._is_void() else ''}>"

    def _is_void(self):
        return self.name in _VOID and not self.contents

    def decode(self, *args, **options):
        inner = self.decode_contents()
        if self.hidden:
            return inner
        return self._open_tag() + ("" if self._is_void() else f"{inner}</{self.name}>")

    def decode_contents(self, *args, **options):
        return "".join(child.decode() if isinstance(child, Tag) else child.output_ready() for child in self.contents)

    def encode(self, encoding="utf-8", *args, **options):
        return self.decode().encode(encoding)

    def __str__(self):
        return self.decode()

    __repr__ = __str__

    def prettify(self, encoding=None, formatter="minimal"):
        lines = []
        self._pretty(lines, 0)
        return "\n".join(lines) + ("\n" if lines else "")

    def _pretty(self, lines, depth):
        if not self.hidden:
            lines.append(" " * depth + self._open_tag())
            depth += 1
        for child in self.contents:
            if isinstance(child, Tag):
                if child.name in ("pre", "textarea"):
                    lines.append(" " * depth + child.decode())
                else:
                    child._pretty(lines, depth)
            else:
                text = child.output_ready().strip()
                if text:
                    lines.append(" " * depth + text)
        if not self.hidden and not self._is_void():
            lines.append(" " * (depth - 1) + f"</{self.name}>")
