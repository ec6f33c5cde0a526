"""`io`: the base classes of file objects.

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
