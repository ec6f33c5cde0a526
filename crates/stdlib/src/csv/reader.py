"""`csv`: rows read from lines. Part of `csv`.
"""


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
