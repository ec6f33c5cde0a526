"""`gzip`: files and bytes in RFC 1952's format. Source of the rules: CPython 3.11, Lib/gzip.py.
"""

import builtins
import io
import os
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

READ, WRITE = 1, 2


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def compress(data, compresslevel=9, *, mtime=None):
    packed = zlib.compress(data, compresslevel, 31)
    stamp = int(time.time() if mtime is None else mtime)
    return packed[:4] + stamp.to_bytes(4, "little") + packed[8:9] + b"\xff" + packed[10:]


def decompress(data):
    data, out = bytes(data), []
    while data:
        if data[:2] != b"\x1f\x8b":
            raise BadGzipFile("Not a gzipped file (%r)" % data[:2])
        try:
            part, taken, ended = zlib._unpack(data, 31)
        except zlib.error as error:
            if "data check" in str(error):
                raise BadGzipFile("CRC check failed") from None
            raise
        if not ended:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        out.append(part)
        data = data[taken:].lstrip(b"\0")
    return b"".join(out)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for value, name in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
            if value is not None:
                raise ValueError("Argument %r not supported in binary mode" % name)
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return io.TextIOWrapper(file, encoding or "utf-8", errors, newline) if "t" in mode else file


class GzipFile(io.BufferedIOBase):
    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        mode = mode or getattr(fileobj, "mode", "rb")
        self.mode = READ if mode.startswith("r") else WRITE
        if mode[0] not in "rwax":
            raise ValueError("Invalid mode: {!r}".format(mode))
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode if "b" in mode else mode + "b")
        self.name = filename if filename is not None else getattr(fileobj, "name", "")
        self.fileobj, self._level, self._mtime = fileobj, compresslevel, mtime
        self._buffer = io.BytesIO(decompress(fileobj.read()) if self.mode == READ else b"")

    def __repr__(self):
        return "<gzip %r %#x>" % (self.fileobj, id(self))

    def __getattr__(self, name):
        # The ways of the library's own buffers, for text on top of it.
        if name in ("_line", "_put", "_characters"):
            return getattr(self._buffer, name)
        raise AttributeError("'GzipFile' object has no attribute %r" % name)

    @property
    def closed(self):
        return self.fileobj is None

    def _check(self, mode, verb):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file.")
        if self.mode != mode:
            raise OSError(9, "%s() on %s-only GzipFile object" % (verb, "write" if mode == READ else "read"))

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def write(self, data):
        self._check(WRITE, "write")
        return self._buffer.write(data)

    def read(self, size=-1):
        self._check(READ, "read")
        return self._buffer.read(size)

    def read1(self, size=-1):
        return self.read(size)

    def readline(self, size=-1):
        self._check(READ, "readline")
        return self._buffer.readline(size)

    def tell(self):
        return self._buffer.tell()

    def seek(self, offset, whence=0):
        return self._buffer.seek(offset, whence)

    def flush(self, mode=None):
        pass

    def close(self):
        fileobj, self.fileobj = self.fileobj, None
        if fileobj is None:
            return
        if self.mode == WRITE:
            fileobj.write(compress(self._buffer.getvalue(), self._level, mtime=self._mtime))
        if self.myfileobj is not None:
            self.myfileobj.close()
            self.myfileobj = None
