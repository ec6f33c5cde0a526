"""`csv`: rows written, and rows as dicts. Part of `csv`.
"""


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
