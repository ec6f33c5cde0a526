"""`io.BytesIO`: a binary file in memory. Part of `io`.
"""


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
