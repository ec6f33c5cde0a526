"""`csv`: rows as delimited text, read and written. Owns no file.
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


class _Reader:
    __module__ = "_csv"
    __qualname__ = __name__ = "reader"

    def __init__(self, lines, format):
        self._lines = iter(lines)
        self.dialect = format
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        # Source: CPython 3.11, Modules/_csv.c: the same states, an end of line being "".
        fields = []
        state = _State()
        while True:
            line = next(self._lines, None)
            if line is None:
                if state.parts or state.place == "quoted":
                    if self.dialect.strict:
                        raise Error("unexpected end of data")
                    fields.append(state.value())
                    return fields
                raise StopIteration
            if not isinstance(line, str):
                raise Error(
                    f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)"
                )
            self.line_num += 1
            if self._line(line, fields, state):
                return fields

    def _line(self, line, fields, state):
        # Whether the row ends with this line.
        dialect = self.dialect
        delimiter, quote, escape = dialect.delimiter, dialect.quotechar, dialect.escapechar
        quotes = dialect.quoting != QUOTE_NONE
        numbers = dialect.quoting == QUOTE_NONNUMERIC
        if state.place == "start" and not numbers and not dialect.skipinitialspace:
            # Most lines have nothing in them but fields and delimiters.
            text = line.rstrip("\r\n")
            plain = "\n" not in text and "\r" not in text and (quote is None or quote not in text)
            if plain and (escape is None or escape not in text) and len(text) <= _limit:
                if text:
                    fields += text.split(delimiter)
                return True
        for c in [*line, ""]:
            place = state.place
            ends = c == "" or c == "\n" or c == "\r"
            if place == "start":
                if c == "":
                    continue
                if ends:
                    state.place = "after line"
                    continue
                state.place = place = "start of field"
            if place == "after line":
                if c == "":
                    state.place = "start"
                elif not ends:
                    raise Error(
                        "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"
                    )
                continue
            if place == "escaped":
                if c == "\n" or c == "\r":
                    state.place = "after escaped line"
                    state.add(c)
                else:
                    state.place = "field"
                    state.add(c or "\n")
                continue
            if place == "escaped in quotes":
                state.place = "quoted"
                state.add(c or "\n")
                continue
            if place == "quoted":
                if c == "":
                    pass
                elif c == escape:
                    state.place = "escaped in quotes"
                elif c == quote and quotes:
                    state.place = "quote in quotes" if dialect.doublequote else "field"
                else:
                    state.add(c)
                continue
            if place == "after escaped line" and c == "":
                continue
            if ends:
                fields.append(state.value())
                state.place = "after line" if c else "start"
            elif place == "quote in quotes" and quotes and c == quote:
                state.place = "quoted"
                state.add(c)
            elif c == delimiter and place != "start of field":
                fields.append(state.value())
                state.place = "start of field"
            elif place == "quote in quotes":
                if dialect.strict:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
                state.place = "field"
                state.add(c)
            elif place == "start of field" and quotes and c == quote:
                state.place = "quoted"
            elif c == escape:
                state.place = "escaped"
            elif place == "start of field" and c == " " and dialect.skipinitialspace:
                pass
            elif c == delimiter:
                fields.append(state.value())
            else:
                if place == "start of field" and numbers:
                    state.numeric = True
                state.place = "field"
                state.add(c)
        return state.place == "start"


class _State:
    # The field so far.
    def __init__(self):
        self.parts = []
        self.place = "start"
        self.numeric = False

    def add(self, c):
        if len(self.parts) >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self.parts.append(c)

    def value(self):
        text = "".join(self.parts)
        numeric = self.numeric
        self.parts, self.numeric = [], False
        return float(text) if numeric else text


def reader(csvfile, dialect="excel", **fmtparams):
    return _Reader(csvfile, _Format(dialect, **fmtparams))


class _Writer:
    __module__ = "_csv"
    __qualname__ = __name__ = "writer"

    def __init__(self, file, format):
        self._write = file.write
        self.dialect = format

    def writerow(self, row, /):
        dialect = self.dialect
        try:
            items = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        fields = [self._field(item, len(items) == 1) for item in items]
        return self._write(dialect.delimiter.join(fields) + dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _field(self, item, alone):
        dialect = self.dialect
        quoting = dialect.quoting
        if quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(item, (int, float)) or isinstance(item, bool) and False
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(item, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = item is not None
        else:
            quoted = quoting == QUOTE_ALL
        if isinstance(item, str):
            text = item
        elif item is None:
            text = ""
        elif isinstance(item, float):
            text = repr(item)
        else:
            text = str(item)
        delimiter, quote, escape = dialect.delimiter, dialect.quotechar, dialect.escapechar
        special = False
        for c in text:
            if c == delimiter or c == quote or c == escape or c in "\r\n" or c in dialect.lineterminator:
                special = True
                break
        if special:
            out = []
            for c in text:
                if c == delimiter or c == escape or c == quote or c in "\r\n" or c in dialect.lineterminator:
                    if quoting == QUOTE_NONE:
                        wants_escape = True
                    elif c == quote:
                        wants_escape = not dialect.doublequote
                        if dialect.doublequote:
                            out.append(quote)
                            quoted = True
                    else:
                        wants_escape = c == escape
                        if not wants_escape:
                            quoted = True
                    if wants_escape:
                        if not escape:
                            raise Error("need to escape, but no escapechar set")
                        out.append(escape)
                out.append(c)
            text = "".join(out)
        if not text and alone and not quoted:
            if quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            quoted = True
        return quote + text + quote if quoted else text


def writer(csvfile, dialect="excel", **fmtparams):
    if not hasattr(csvfile, "write"):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(csvfile, _Format(dialect, **fmtparams))


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names) :]
        else:
            for name in names[len(row) :]:
                result[name] = self.restval
        return result


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames, self.restval = fieldnames, restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, row):
        if self.extrasaction == "raise":
            wrong = [key for key in row.keys() if key not in self.fieldnames]
            if wrong:
                raise ValueError(f"dict contains fields not in fieldnames: {', '.join([repr(key) for key in wrong])}")
        return [row.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._values(row) for row in rowdicts])


class Sniffer:
    def __init__(self):
        import _disk

        _disk.refuse("csv.Sniffer: say the dialect")
