# What several clients share beside the exchange: headers as a mapping, URLs as objects, connections that are few.

from collections.abc import Mapping as _Mapping
from urllib.parse import parse_qsl as _parse_qsl, urljoin as _urljoin, urlsplit as _urlsplit2, urlunsplit as _urlunsplit


class Fields(_Mapping):
    "Headers in order, found in any case; the first of a name is its value."

    def __init__(self, pairs=()):
        if isinstance(pairs, Fields):
            pairs = pairs._pairs
        elif hasattr(pairs, "items"):
            pairs = pairs.items()
        self._pairs = [(str(key), str(value)) for key, value in pairs or ()]

    def __getitem__(self, key):
        small = key.lower()
        for name, value in self._pairs:
            if name.lower() == small:
                return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        small = key.lower()
        for index, (name, _) in enumerate(self._pairs):
            if name.lower() == small:
                self._pairs[index] = (key, str(value))
                return
        self._pairs.append((key, str(value)))

    def __delitem__(self, key):
        small = key.lower()
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != small]

    def __contains__(self, key):
        small = str(key).lower()
        return any(name.lower() == small for name, _ in self._pairs)

    def __iter__(self):
        return iter([name for name, _ in self._pairs])

    def __len__(self):
        return len(self._pairs)

    def keys(self):
        return [name for name, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return list(self._pairs)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def getall(self, key, default=None):
        found = [value for name, value in self._pairs if name.lower() == key.lower()]
        return found or default

    getone = __getitem__
    get_list = getall

    def add(self, key, value):
        self._pairs.append((key, str(value)))

    def setdefault(self, key, default):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, default=None):
        value = self.get(key, default)
        del self[key]
        return value

    def update(self, other=(), **more):
        for key, value in Fields(other).items() + list(more.items()):
            self[key] = value

    def copy(self):
        return type(self)(self._pairs)

    def __eq__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        return {k.lower(): v for k, v in self.items()} == {k.lower(): v for k, v in other.items()}


class URL:
    "A URL with its parts."

    def __init__(self, text=""):
        self._text = str(text)

    def _parts(self):
        return _urlsplit2(self._text)

    scheme = property(lambda self: self._parts().scheme)
    host = property(lambda self: self._parts().hostname)
    path = property(lambda self: self._parts().path or "/")
    raw_path = path
    query_string = property(lambda self: self._parts().query)
    fragment = property(lambda self: self._parts().fragment)
    user = property(lambda self: self._parts().username)
    password = property(lambda self: self._parts().password)

    @property
    def port(self):
        return self._parts().port or {"http": 80, "https": 443}.get(self.scheme)

    @property
    def query(self):
        return dict(_parse_qsl(self.query_string, keep_blank_values=True))

    @property
    def name(self):
        return self.path.rpartition("/")[2]

    def join(self, other):
        return type(self)(_urljoin(self._text, str(other)))

    def with_query(self, *args, **more):
        from urllib.parse import urlencode

        given = args[0] if args else more
        text = given if isinstance(given, str) else urlencode(list((given or {}).items()))
        return type(self)(_urlunsplit(self._parts()._replace(query=text)))

    def __truediv__(self, name):
        parts = self._parts()
        return type(self)(_urlunsplit(parts._replace(path=parts.path.rstrip("/") + "/" + str(name), query="", fragment="")))

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"URL({self._text!r})"

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, (URL, str)) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    def __lt__(self, other):
        return self._text < str(other)


class Slots:
    "How many connections tasks may have at a time, in all and to one place; those that wait are served in order."

    def __init__(self, limit=0, limit_per_host=0):
        self.limit = limit
        self.limit_per_host = limit_per_host
        self._taken = 0
        self._taken_by = {}
        self._waiting = []

    def _is_free(self, origin):
        if self.limit and self._taken >= self.limit:
            return False
        return not self.limit_per_host or self._taken_by.get(origin, 0) < self.limit_per_host

    def _count(self, origin, change):
        self._taken += change
        self._taken_by[origin] = self._taken_by.get(origin, 0) + change

    async def take(self, target):
        if self._is_free(target.origin) and not any(entry[0] == target.origin for entry in self._waiting):
            self._count(target.origin, 1)
            return
        from asyncio import get_running_loop

        future = get_running_loop().create_future()
        entry = (target.origin, future)
        self._waiting.append(entry)
        try:
            await future
        except BaseException:
            if entry in self._waiting:
                self._waiting.remove(entry)
            elif future.done() and not future.cancelled():
                self.give(target)
            raise

    def give(self, target):
        self._count(target.origin, -1)
        for entry in list(self._waiting):
            origin, future = entry
            if future.done():
                self._waiting.remove(entry)
            elif self._is_free(origin):
                self._waiting.remove(entry)
                self._count(origin, 1)
                future.set_result(None)


def body_and_type(data, json, files=None, dumps=None):
    "The bytes of a body as clients take it, and its content type (None where it stays open)."
    from json import dumps as json_dumps
    from urllib.parse import urlencode

    if json is not None:
        return (dumps or json_dumps)(json).encode(), "application/json"
    if files:
        from requests.models import _multipart

        return _multipart(files, data)
    if data is None:
        return b"", None
    if isinstance(data, str):
        return data.encode(), "text/plain; charset=utf-8"
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data), "application/octet-stream"
    if hasattr(data, "read"):
        content = data.read()
        return content.encode() if isinstance(content, str) else content, "application/octet-stream"
    pairs = data.items() if hasattr(data, "items") else data
    return urlencode([(key, value) for key, value in pairs], doseq=True).encode(), "application/x-www-form-urlencoded"


def with_params(url, params, plus=True):
    "The URL with a query's pairs added."
    from urllib.parse import quote, quote_plus, urlencode

    if not params:
        return str(url)
    pairs = list(params.items()) if hasattr(params, "items") else params
    text = pairs if isinstance(pairs, str) else urlencode(pairs, doseq=True, quote_via=quote_plus if plus else quote)
    parts = _urlsplit2(str(url))
    return _urlunsplit(parts._replace(path=parts.path or "/", query=parts.query + "&" + text if parts.query else text))


def charset_of(content_type):
    for part in (content_type or "").split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("\"' ")
    return None
