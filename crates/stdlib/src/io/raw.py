"""`io.FileIO`: a file by its descriptor. Part of `io`.
"""


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
        size = _size(size)
        return _disk.read_some(self._reader(), size) if size >= 0 else _disk.read(self._descriptor, -1)

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
