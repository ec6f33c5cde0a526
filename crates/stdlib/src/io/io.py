"""`io`: file objects over descriptors of the simulated disk, and files in memory.

Owns no bytes of a file: each read and write is one undivided call of the disk. The scheduler may switch between them.
"""

import _disk

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


class IOBase:
    __module__ = "io"
    closed = False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def flush(self):
        self._check_open()

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=0, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    __module__ = "io"


class BufferedIOBase(IOBase):
    __module__ = "io"

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        _disk.fill(buffer, data)
        return len(data)

    readinto1 = readinto

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    __module__ = "io"
    encoding = None
    errors = None
    newlines = None

    def detach(self):
        self._unsupported("detach")


def _size(size, name="argument should be integer or None"):
    if size is None:
        return -1
    if isinstance(size, int):
        return int(size)
    if hasattr(size, "__index__"):
        return size.__index__()
    raise TypeError(f"{name}, not '{type(size).__name__}'")


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str) or not hasattr(data, "tobytes"):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data.tobytes()


_RIGHTS = {"r": (True, False), "w": (False, True), "x": (False, True), "a": (False, True)}
_FLAGS = {"r": 0, "w": 0o1100, "x": 0o300, "a": 0o2100}


class FileIO(RawIOBase):
    __module__ = "_io"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        kind = mode.replace("b", "").replace("+", "")
        if kind not in _RIGHTS:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        self._readable, self._writable = _RIGHTS[kind]
        flags = _FLAGS[kind]
        if "+" in mode:
            self._readable = self._writable = True
            flags |= 2
        elif self._writable:
            flags |= 1
        self.name = file
        self._kind = kind
        self.closefd = closefd
        if isinstance(file, int) and not isinstance(file, bool):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._descriptor = file
            _disk.fstat(file)
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            path = _path(file)
            if opener is None:
                self._descriptor = _disk.open(path, flags, 0o666)
                if not self._writable and _disk.path_of(self._descriptor) is not None:
                    _disk.close(self._descriptor)
                    raise IsADirectoryError(21, "Is a directory", file)
            else:
                self._descriptor = opener(file, flags)
            if kind == "a":
                _disk.seek(self._descriptor, 0, 2)

    @property
    def mode(self):
        if self._kind == "x":
            return "xb+" if self._readable else "xb"
        if self._kind == "a":
            return "ab+" if self._readable else "ab"
        if self._readable:
            return "rb+" if self._writable else "rb"
        return "wb"

    def close(self):
        if not self.closed:
            self.closed = True
            if self.closefd:
                _disk.close(self._descriptor)

    def _check_descriptor(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def fileno(self):
        self._check_descriptor()
        return self._descriptor

    def isatty(self):
        self._check_descriptor()
        return False

    def readable(self):
        self._check_descriptor()
        return self._readable

    def writable(self):
        self._check_descriptor()
        return self._writable

    def seekable(self):
        self._check_descriptor()
        return self._descriptor > 2

    def _reader(self, name="File not open for reading"):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._readable:
            raise UnsupportedOperation(name)
        return self._descriptor

    def _writer(self, name="File not open for writing"):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._writable:
            raise UnsupportedOperation(name)
        return self._descriptor

    def read(self, size=-1, /):
        return _disk.read(self._reader(), _size(size))

    def readall(self):
        return _disk.read(self._reader(), -1)

    def readline(self, size=-1, /):
        return _disk.line(self._reader(), "\n", _size(size))

    def readinto(self, buffer, /):
        data = _disk.read(self._reader(), len(buffer))
        _disk.fill(buffer, data)
        return len(data)

    def write(self, data, /):
        return _disk.write(self._writer(), _bytes(data), False)

    def seek(self, offset, whence=0, /):
        self._check_open()
        return _disk.seek(self._descriptor, offset, whence)

    def truncate(self, size=None, /):
        descriptor = self._writer()
        if size is None:
            size = _disk.seek(descriptor, 0, 1)
        return _disk.truncate(descriptor, size)

    def _line(self, end, size):
        return _disk.line(self._descriptor, end, size)

    def _characters(self, count):
        return _disk.characters(self._descriptor, count)

    def _put(self, data):
        return _disk.write(self._descriptor, data, True)

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"


class _Buffered(BufferedIOBase):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        self.raw = raw

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    @property
    def closed(self):
        return self.raw.closed

    def close(self):
        self.raw.close()

    def _check_open(self):
        if self.raw.closed:
            raise ValueError(self._CLOSED)

    _CLOSED = "I/O operation on closed file."

    def flush(self):
        if self.raw.closed:
            raise ValueError("flush of closed file")

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def seek(self, offset, whence=0, /):
        if self.raw.closed:
            raise ValueError("seek of closed file")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        return self.raw.seek(offset, whence)

    def tell(self):
        if self.raw.closed:
            raise ValueError("tell of closed file")
        return self.raw.seek(0, 1)

    def truncate(self, size=None, /):
        if self.raw.closed:
            raise ValueError("truncate of closed file")
        if not self.raw.writable():
            raise UnsupportedOperation("truncate")
        return self.raw.truncate(size)

    def detach(self):
        raw = self.raw
        self.raw = None
        return raw

    def __repr__(self):
        name = getattr(self.raw, "name", None)
        shown = "" if name is None else f" name={name!r}"
        return f"<_io.{type(self).__name__}{shown}>"


class _Reads:
    def _check_read(self, name):
        raw = self.raw
        if raw.closed:
            raise ValueError(f"{name} of closed file")
        if not raw._readable:
            raise UnsupportedOperation("read")

    def read(self, size=-1, /):
        self._check_read("read")
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        return self.raw.read(size)

    def read1(self, size=-1, /):
        self._check_read("read")
        return self.raw.read(DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readline(self, size=-1, /):
        self._check_read("readline")
        return self.raw.readline(size)

    def readinto(self, buffer, /):
        self._check_read("readinto")
        return self.raw.readinto(buffer)

    readinto1 = readinto

    def peek(self, size=0, /):
        self._check_read("peek")
        data = self.raw.read(DEFAULT_BUFFER_SIZE)
        self.raw.seek(-len(data), 1)
        return data

    def _line(self, end, size):
        return self.raw._line(end, size)

    def _characters(self, count):
        return self.raw._characters(count)


class _Writes:
    def write(self, data, /):
        raw = self.raw
        if raw.closed:
            raise ValueError("write to closed file")
        if not raw._writable:
            raise UnsupportedOperation("write")
        return raw._put(_bytes(data))

    def _put(self, data):
        return self.raw._put(data)


class BufferedReader(_Reads, _Buffered):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation('"raw" argument must be readable.')
        _Buffered.__init__(self, raw, buffer_size)

    def write(self, data, /):
        raise UnsupportedOperation("write")


class BufferedWriter(_Writes, _Buffered):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise UnsupportedOperation('"raw" argument must be writable.')
        _Buffered.__init__(self, raw, buffer_size)

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def readline(self, size=-1, /):
        raise UnsupportedOperation("readline")


class BufferedRandom(_Reads, _Writes, _Buffered):
    __module__ = "_io"


class BytesIO(BufferedIOBase):
    __module__ = "_io"
    _readable = _writable = True

    def __init__(self, initial_bytes=b""):
        self._data = bytearray(b"" if initial_bytes is None else _bytes(initial_bytes))
        self._at = 0

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check_open()
        return bytes(self._data)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._data)

    def _take(self, end):
        data = bytes(self._data[self._at : end])
        self._at += len(data)
        return data

    def read(self, size=-1, /):
        self._check_open()
        size = _size(size)
        return self._take(len(self._data) if size < 0 else self._at + size)

    read1 = read

    def _line(self, end, size):
        data = self._data
        at = self._at
        if end == "":
            stop = len(data)
            for sign in (b"\n", b"\r"):
                found = data.find(sign, at, stop)
                if found >= 0:
                    stop = found + 1
            if stop < len(data) and data[stop - 1 : stop + 1] == b"\r\n":
                stop += 1
        else:
            found = data.find(end.encode(), at)
            stop = len(data) if found < 0 else found + len(end)
        if 0 <= size < stop - at:
            stop = at + size
        return self._take(stop)

    def _characters(self, count):
        data = self._data
        stop = self._at
        while stop < len(data) and (count > 0 or data[stop] & 0xC0 == 0x80):
            if data[stop] & 0xC0 != 0x80:
                count -= 1
            stop += 1
        return self._take(stop)

    def readline(self, size=-1, /):
        self._check_open()
        return self._line("\n", _size(size))

    def write(self, data, /):
        self._check_open()
        data = _bytes(data)
        at = self._at
        own = self._data
        if not data:
            return 0
        if at > len(own):
            own.extend(bytes(at - len(own)))
        if at == len(own):
            own.extend(data)
        else:
            self._data = own[:at] + data + own[at + len(data) :]
        self._at = at + len(data)
        return len(data)

    _put = write

    def seek(self, offset, whence=0, /):
        self._check_open()
        offset = _size(offset)
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
        elif whence == 1:
            offset = max(0, self._at + offset)
        elif whence == 2:
            offset = max(0, len(self._data) + offset)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._at = offset
        return offset

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError(f"negative size value {size}")
        self._data = self._data[:size]
        return size


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
        if self._sign and data and not buffer.tell():
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


def _path(file):
    if isinstance(file, str):
        path = file
    elif isinstance(file, bytes):
        path = file.decode()
    elif hasattr(file, "__fspath__"):
        path = _path(file.__fspath__())
    else:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    if "\0" in path:
        raise ValueError("embedded null byte")
    return path


def open(
    file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None
):
    if not isinstance(file, (str, bytes, int)):
        file = _path(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    for c in mode:
        if c not in "rwxabt+" or mode.count(c) > 1:
            raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in mode
    if binary and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = [c for c in mode if c in "rwxa"]
    if len(kinds) != 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus"
            if not kinds else "must have exactly one of create/read/write/append mode")
    if binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'a' if name == 'newline' else 'an'} {name} argument")
    elif encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"open() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    updating = "+" in mode
    raw = FileIO(file, kinds[0] + ("+" if updating else ""), closefd, opener)
    try:
        if buffering == 0:
            if binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        if updating:
            buffer = BufferedRandom(raw)
        elif kinds[0] == "r":
            buffer = BufferedReader(raw)
        else:
            buffer = BufferedWriter(raw)
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
    except BaseException:
        raw.close()
        raise
    text.mode = mode
    return text


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


open_code = open


def _input(prompt="", /):
    import sys

    stdout, stdin = sys.stdout, sys.stdin
    if stdin is None:
        raise RuntimeError("input(): lost sys.stdin")
    stdout.write(str(prompt))
    stdout.flush()
    line = stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line[:-1] if line.endswith("\n") else line
