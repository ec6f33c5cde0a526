"""`io.StringIO`: a text file in memory. Part of `io`.
"""


class StringIO(TextIOBase):
    __module__ = "_io"
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if newline not in _NEWLINES:
            raise ValueError(f"illegal newline value: {newline}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        # The text is `_parts` joined; `_at` is None while the position is at its end.
        self._parts = []
        self._at = None
        if initial_value:
            self.write(initial_value)
        self._at = 0

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _value(self):
        parts = self._parts
        if len(parts) > 1:
            parts[:] = ["".join(parts)]
        return parts[0] if parts else ""

    def getvalue(self):
        self._check_open()
        return self._value()

    def write(self, text, /):
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        count = len(text)
        newline = self._newline
        if newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif newline in ("\r", "\r\n"):
            text = text.replace("\n", newline)
        if self._at is None:
            self._parts.append(text)
            return count
        if not text:
            return 0
        value = self._value()
        at = self._at
        if at >= len(value):
            self._parts.append("\0" * (at - len(value)) + text)
            self._at = None
        else:
            self._parts = [value[:at] + text + value[at + len(text) :]]
            self._at = at + len(text)
        return count

    def read(self, size=-1, /):
        self._check_open()
        size = _size(size)
        if self._at is None:
            return ""
        value = self._value()
        start = self._at
        stop = len(value) if size < 0 else min(start + size, len(value))
        self._at = max(start, stop)
        return value[start:stop]

    def readline(self, size=-1, /):
        self._check_open()
        size = _size(size)
        if self._at is None:
            return ""
        value = self._value()
        start = self._at
        end = self._newline or "\n"
        found = value.find(end, start)
        stop = len(value) if found < 0 else found + len(end)
        if self._newline == "":
            other = value.find("\r", start, stop)
            if other >= 0:
                stop = other + (2 if value[other : other + 2] == "\r\n" else 1)
        if 0 <= size < stop - start:
            stop = start + size
        self._at = max(start, stop)
        return value[start:stop]

    def tell(self):
        self._check_open()
        return len(self._value()) if self._at is None else self._at

    def seek(self, offset, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence != 0 and offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 1:
            return self.tell()
        if whence == 2:
            offset = len(self._value())
        self._at = offset
        return offset

    def truncate(self, size=None, /):
        self._check_open()
        at = self.tell()
        if size is None:
            size = at
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._parts = [self._value()[:size]]
        self._at = at
        return size
