"""`csv`: dialects, and what may be said of one. Owns no file.
"""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
QUOTE_STRINGS, QUOTE_NOTNULL = 4, 5
__version__ = "1.0"


class Error(Exception):
    __module__ = "_csv"


_dialects = {}
_limit = 131072


class Dialect:
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        _Format(type(self))


_DEFAULTS = {
    "delimiter": ",",
    "doublequote": True,
    "escapechar": None,
    "lineterminator": "\r\n",
    "quotechar": '"',
    "quoting": QUOTE_MINIMAL,
    "skipinitialspace": False,
    "strict": False,
}


class _Format:
    # A dialect with every field set and checked.
    __module__ = "_csv"
    __qualname__ = __name__ = "Dialect"

    def __init__(self, dialect=None, **fields):
        for name in fields:
            if name not in _DEFAULTS:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name, usual in _DEFAULTS.items():
            value = fields[name] if name in fields else getattr(dialect, name, usual) if dialect is not None else usual
            if name in ("doublequote", "skipinitialspace", "strict"):
                value = bool(value)
            setattr(self, name, value)
        if "quotechar" in fields and fields["quotechar"] is None and "quoting" not in fields:
            self.quoting = QUOTE_NONE
        self._check()

    def _check(self):
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        for name, optional in (("delimiter", False), ("escapechar", True), ("quotechar", True)):
            value = getattr(self, name)
            if value == "" or (value is None and not optional):
                raise TypeError(f'"{name}" must be a 1-character string')
            if value is None:
                continue
            if not isinstance(value, str):
                kind = "string or None" if optional else "string"
                raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
            if len(value) > 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


def register_dialect(name, dialect=None, **fields):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Format(dialect, **fields)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(*new_limit):
    global _limit
    old = _limit
    if new_limit:
        if not isinstance(new_limit[0], int):
            raise TypeError("limit must be an integer")
        _limit = new_limit[0]
    return old
