"""`zlib`'s formats around deflate: RFC 1950's header and sum, and RFC 1952's for `gzip`.
"""

DEFLATED = 8
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
MAX_WBITS = 15
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = 0, 1, 2, 3, 4, 5, 6


class error(Exception):
    pass


def _level(level):
    if level == -1:
        return 6
    if not 0 <= level <= 9:
        raise error("Bad compression level")
    return level


def compress(data, /, level=-1, wbits=MAX_WBITS):
    level = _level(level)
    packed = _deflate(data, level)
    if wbits < 0:
        return packed
    if wbits > 15:
        head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00" + (b"\x02" if level == 9 else b"\x04" if level == 1 else b"\x00") + b"\x03"
        return head + packed + crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    mark = b"\x01" if level < 2 else b"\x5e" if level < 6 else b"\x9c" if level == 6 else b"\xda"
    return b"\x78" + mark + packed + adler32(data).to_bytes(4, "big")


def _head(data, wbits):
    """The bytes before the stream and the kind of what follows it; None while there are too few."""
    if wbits < 0:
        return 0, ""
    is_gzip = wbits > 31 and data[:2] == b"\x1f\x8b" or 15 < wbits < 32
    if is_gzip:
        if len(data) < 10:
            return None
        if data[:2] != b"\x1f\x8b":
            raise error("Error -3 while decompressing data: incorrect header check")
        if data[2] != 8:
            raise error("Error -3 while decompressing data: unknown compression method")
        at, flags = 10, data[3]
        if flags & 4:
            at += 2 + int.from_bytes(data[at : at + 2], "little")
        for flag in (8, 16):
            if flags & flag:
                end = data.find(b"\0", at)
                if end < 0:
                    return None
                at = end + 1
        return at + (2 if flags & 2 else 0), "gzip"
    if len(data) < 2:
        return None
    if (data[0] << 8 | data[1]) % 31 or data[0] & 15 != 8:
        raise error("Error -3 while decompressing data: incorrect header check")
    return 2, "zlib"


def _unpack(data, wbits):
    """What is in the data, what it took of them, whether it ended."""
    head = _head(data, wbits)
    if head is None:
        return b"", 0, False
    start, kind = head
    found = _inflate(data[start:])
    if found is None:
        raise error("Error -3 while decompressing data: invalid block type")
    out, taken, ended = found
    end = start + taken
    size = {"zlib": 4, "gzip": 8}.get(kind, 0)
    if not ended or len(data) < end + size:
        return out, end, False
    if kind == "zlib" and data[end : end + 4] != adler32(out).to_bytes(4, "big"):
        raise error("Error -3 while decompressing data: incorrect data check")
    if kind == "gzip" and data[end : end + 4] != crc32(out).to_bytes(4, "little"):
        raise error("Error -3 while decompressing data: incorrect data check")
    return out, end + size, True


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    out, _, ended = _unpack(bytes(data), wbits)
    if not ended:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return out


class _Compress:
    def __init__(self, level, wbits):
        self._level, self._wbits = _level(level), wbits
        self._data = bytearray()

    def compress(self, data, /):
        self._data += data
        return b""

    def flush(self, mode=Z_FINISH, /):
        if mode != Z_FINISH:
            return b""
        return compress(bytes(self._data), self._level, self._wbits)


_Compress.__name__ = _Compress.__qualname__ = "Compress"


class _Decompress:
    def __init__(self, wbits):
        self._wbits = wbits
        self._data = b""
        self._given = 0
        self.unused_data = self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, /, max_length=0):
        if self.eof:
            self.unused_data += bytes(data)
            return b""
        self._data += bytes(data) if not self.unconsumed_tail else bytes(data)[len(self.unconsumed_tail) :]
        out, taken, ended = _unpack(self._data, self._wbits)
        end = self._given + max_length if max_length else len(out)
        new = out[self._given : end]
        self._given += len(new)
        has_more = self._given < len(out)
        self.unconsumed_tail = self._data[-1:] if has_more else b""
        if ended and not has_more:
            self.eof = True
            self.unused_data = self._data[taken:]
        return new

    def flush(self, length=DEF_BUF_SIZE, /):
        out = _unpack(self._data, self._wbits)[0][self._given :] if self._data and not self.eof else b""
        self._given += len(out)
        return out


_Decompress.__name__ = _Decompress.__qualname__ = "Decompress"


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY):
    return _Compress(level, wbits)


def decompressobj(wbits=MAX_WBITS):
    return _Decompress(wbits)
