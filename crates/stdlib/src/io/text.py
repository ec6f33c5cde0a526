"""`io.TextIOWrapper`: text over a binary file. Part of `io`.
"""


_NEWLINES = (None, "", "\n", "\r", "\r\n")


def _codec(encoding):
    name = encoding.lower().replace("_", "-")
    if name == "utf-8-sig":
        return "utf-8"
    "".encode(encoding)
    if name.startswith(("utf-16", "utf-32", "utf16", "utf32", "utf-7")):
        _disk.refuse(f"a text file with the encoding {encoding!r}")
    if name in ("utf-8", "utf8", "u8", "cp65001"):
        return "utf-8"
    return name


class TextIOWrapper(TextIOBase):
    __module__ = "_io"

    def __init__(
        self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False
    ):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in _NEWLINES:
            raise ValueError(f"illegal newline value: {newline}")
        self.buffer = buffer
        self._set(encoding, errors, newline)
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._seen = ()
        self._fresh = True
        self._telling = True

    def _set(self, encoding, errors, newline):
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        self._codec = _codec(encoding)
        # Whether the file begins with a byte order mark.
        self._sign = encoding.lower().replace("_", "-") == "utf-8-sig"
        self.encoding = encoding
        self.errors = errors or "strict"
        self._translate = newline is None
        self._end = "" if newline is None else newline
        self._write_end = newline if newline in ("\r", "\r\n") else None

    def reconfigure(self, *, encoding=None, errors=None, newline=_NEWLINES, line_buffering=None, write_through=None):
        own = None if self._translate else self._end
        self._set(encoding or self.encoding, errors or self.errors, own if newline is _NEWLINES else newline)
        if line_buffering is not None:
            self.line_buffering = line_buffering

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def newlines(self):
        seen = self._seen
        if len(seen) > 1:
            return tuple([end for end in ("\r", "\n", "\r\n") if end in seen])
        return seen[0] if seen else None

    def close(self):
        if not self.buffer.closed:
            self.buffer.close()

    def flush(self):
        self._check_open()

    def detach(self):
        buffer = self.buffer
        self.buffer = None
        return buffer

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def _check_read(self):
        buffer = self.buffer
        if buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if not buffer.readable():
            raise UnsupportedOperation("not readable")
        return buffer

    def _note(self, end):
        if end not in self._seen:
            self._seen += (end,)

    def _text(self, data):
        if self._fresh and data:
            self._fresh = False
            if self._sign and data.startswith(b"\xef\xbb\xbf"):
                data = data[3:]
        text = data.decode(self._codec, self.errors)
        if self._end != "":
            return text
        if "\r" in text:
            if "\r\n" in text:
                self._note("\r\n")
            rest = text.replace("\r\n", "")
            if "\r" in rest:
                self._note("\r")
            if "\n" in rest:
                self._note("\n")
            if self._translate:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif "\n" in text:
            self._note("\n")
        return text

    def read(self, size=-1, /):
        buffer = self._check_read()
        size = _size(size)
        if size < 0:
            return self._text(buffer.read(-1))
        parts = []
        while size > 0:
            if self._codec.startswith("utf-8"):
                data = buffer._characters(size)
            else:
                data = buffer.read(size)
            if not data:
                break
            if self._translate and data.endswith(b"\r"):
                more = buffer.read(1)
                if more == b"\n":
                    data += more
                elif more:
                    buffer.seek(-1, 1)
            text = self._text(data)
            parts.append(text)
            size -= len(text)
        return "".join(parts)

    def readline(self, size=-1, /):
        buffer = self._check_read()
        size = _size(size)
        line = self._text(buffer._line(self._end, -1))
        if 0 <= size < len(line):
            rest = line[size:].encode(self._codec, self.errors)
            buffer.seek(-len(rest), 1)
            line = line[:size]
        return line

    def __next__(self):
        self._telling = False
        buffer = self.buffer
        if buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if not buffer.readable():
            raise UnsupportedOperation("not readable")
        line = self._text(buffer._line(self._end, -1))
        if not line:
            self._telling = True
            raise StopIteration
        return line

    def write(self, text, /):
        buffer = self.buffer
        if buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not buffer.writable():
            raise UnsupportedOperation("not writable")
        written = text if self._write_end is None else text.replace("\n", self._write_end)
        data = written.encode(self._codec, self.errors)
        if self._sign and data and buffer.seekable() and not buffer.tell():
            data = b"\xef\xbb\xbf" + data
        buffer._put(data)
        return len(text)

    def seek(self, cookie, whence=0, /):
        self._check_open()
        if not self.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._telling = True
        position = self.buffer.seek(cookie, whence)
        self._fresh = position == 0
        return position

    def tell(self):
        self._check_open()
        if not self.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        return self.buffer.tell()

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(size)

    def __repr__(self):
        parts = "<_io.TextIOWrapper"
        name = getattr(self.buffer, "name", None)
        if name is not None:
            parts += f" name={name!r}"
        if hasattr(self, "mode"):
            parts += f" mode={self.mode!r}"
        return f"{parts} encoding={self.encoding!r}>"
