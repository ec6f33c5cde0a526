"""`traceback`: tracebacks and stacks as lists and texts. Owns the classes of their entries; the texts are made natively.
"""

import sys

_NONE = object()


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._parts = (filename, lineno, name, line, lineno, 0, 0, False)

    @property
    def line(self):
        return None if self._line is None else self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            other = tuple(other)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _summary(parts):
    file, line, name, text, end_line, column, end_column, has_columns = parts
    frame = FrameSummary(file, line, name, line=text, end_lineno=end_line, colno=column, end_colno=end_column)
    frame._parts = parts
    return frame


def _limited(entries, limit, from_end):
    if limit is None:
        return entries
    if from_end:
        return entries[-limit:] if limit > 0 else entries[:-limit] if limit else []
    return entries[:limit] if limit >= 0 else entries[limit:]


class StackSummary(list):
    @classmethod
    def from_list(cls, entries):
        result = cls()
        for entry in entries:
            if isinstance(entry, FrameSummary):
                result.append(entry)
            else:
                filename, lineno, name, line = entry
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        result = cls()
        for frame, lineno in frames:
            code = frame.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name))
        return result

    def format_frame_summary(self, frame):
        text = _format([frame._parts])
        if frame.locals:
            for name in sorted(frame.locals):
                text += f"    {name} = {frame.locals[name]}\n"
        return text

    def format(self):
        result = []
        last = None
        count = 0
        for frame in self:
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                if count > 3:
                    result.append(_repeated(count - 3))
                last = place
                count = 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(frame))
        if count > 3:
            result.append(_repeated(count - 3))
        return result


def _repeated(count):
    return f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n"


def extract_tb(tb, limit=None):
    entries = [] if tb is None else _entries(tb)
    return StackSummary([_summary(parts) for parts in _limited(entries, limit, False)])


def extract_stack(f=None, limit=None):
    entries = _stack()
    if f is not None:
        depth = 0
        while f is not None:
            depth += 1
            f = f.f_back
        entries = entries[:depth]
    return StackSummary([_summary(parts) for parts in _limited(entries, limit, True)])


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def _print(text, file):
    print(text, end="", file=sys.stderr if file is None else file)


def print_list(extracted_list, file=None):
    _print("".join(format_list(extracted_list)), file)


def print_tb(tb, limit=None, file=None):
    _print("".join(format_tb(tb, limit)), file)


def print_stack(f=None, limit=None, file=None):
    _print("".join(format_stack(f, limit)), file)


def _text_of(exc, value, tb, limit, chain):
    if value is _NONE:
        if exc is not None and not isinstance(exc, BaseException):
            raise ValueError("Both or neither of value and tb must be given")
        value = exc
        tb = None if exc is None else exc.__traceback__
    if value is None:
        return "NoneType: None\n"
    return _format_exception(value, tb is not None, limit, chain)


def _split(text):
    result = []
    for line in text.splitlines(True):
        if line.startswith("    ") and result and result[-1].startswith('  File "'):
            result[-1] += line
        else:
            result.append(line)
    return result


def format_exception(exc, /, value=_NONE, tb=_NONE, limit=None, chain=True):
    return _split(_text_of(exc, value, tb, limit, chain))


def print_exception(exc, /, value=_NONE, tb=_NONE, limit=None, file=None, chain=True):
    _print(_text_of(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_NONE):
    value = exc if value is _NONE else value
    if value is None:
        return ["NoneType: None\n"]
    return _format_exception(value, None, None, False).splitlines(True)


def format_exc(limit=None, chain=True):
    return _text_of(sys.exc_info()[1], _NONE, _NONE, limit, chain)


def print_exc(limit=None, file=None, chain=True):
    _print(format_exc(limit, chain), file)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = _frame(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self.exc_type = exc_type
        self._value = exc_value
        self._limit = limit
        self._shown = exc_traceback is not None
        self._str = str(exc_value)
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value.__suppress_context__
        cause, context = exc_value.__cause__, exc_value.__context__
        self.__cause__ = None if cause is None else TracebackException.from_exception(cause, limit=limit)
        self.__context__ = None if context is None else TracebackException.from_exception(context, limit=limit)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from format_exception_only(self._value)

    def format(self, *, chain=True):
        yield from _split(_format_exception(self._value, self._shown, self._limit, chain))

    def print(self, *, file=None, chain=True):
        _print("".join(self.format(chain=chain)), file)
