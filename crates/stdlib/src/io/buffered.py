"""`io`'s buffered readers and writers over a raw file. They hold no data: the disk has it at once. Part of `io`.
"""


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
        if size < 0 or not isinstance(self.raw, FileIO):
            return self.raw.read(size)
        return _disk.read(self.raw._reader(), size)

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
