"""`multiprocessing.shared_memory`: memory that processes share by name, and lists in it.

A comment `# @n` names the line that CPython 3.11 shows in tracebacks.
"""

import secrets
import struct
from functools import partial
from types import GenericAlias

from _shared_memory import _attach, _create, _load, _store, _unlink

__all__ = ["SharedMemory", "ShareableList"]


class _View:
    """What a memoryview of shared memory offers."""

    def __init__(self, block, start, stop, readonly=False):
        self._block = block
        self._start = start
        self._stop = stop
        self.readonly = readonly

    format = "B"
    itemsize = 1
    ndim = 1

    @property
    def nbytes(self):
        return len(self)

    @property
    def shape(self):
        return (len(self),)

    def _check(self):
        if self._block is None:
            raise ValueError("operation forbidden on released memoryview object")

    def __len__(self):
        self._check()
        return self._stop - self._start

    def tobytes(self):
        self._check()
        return _load(self._block, self._start, self._stop)

    __bytes__ = tobytes

    def tolist(self):
        return list(self.tobytes())

    def hex(self):
        return self.tobytes().hex()

    def __iter__(self):
        return iter(self.tobytes())

    def __eq__(self, other):
        return self.tobytes() == bytes(other)

    def _place(self, index):
        length = len(self)
        if index < 0:
            index += length
        if not 0 <= index < length:
            raise IndexError("index out of bounds on dimension 1")
        return self._start + index

    def __getitem__(self, index):
        if not isinstance(index, slice):
            place = self._place(index)
            return _load(self._block, place, place + 1)[0]
        start, stop, step = index.indices(len(self))
        if step != 1:
            return memoryview(self.tobytes()[index])
        return _View(self._block, self._start + start, self._start + max(start, stop), self.readonly)

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            place = self._place(index)
            if not isinstance(value, int):
                raise TypeError("memoryview: invalid type for format 'B'")
            if not 0 <= value < 256:
                raise ValueError("memoryview: invalid value for format 'B'")
            _store(self._block, place, bytes([value]))
            return
        data = bytes(value)
        places = range(*index.indices(len(self)))
        if len(places) != len(data):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        if places.step == 1:
            _store(self._block, self._start + places.start, data)
        else:
            for place, byte in zip(places, data):
                _store(self._block, self._start + place, bytes([byte]))

    def __repr__(self):
        return "<memory at %#x>" % id(self)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.release()

    def release(self):
        self._block = None


class SharedMemory:
    _name = None

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")  # @80
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")  # @84
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")  # @86
        if name is None:
            name = "psm_" + secrets.token_hex(4)
        self._name = "/" + name
        if create:
            self._block = _create(self._name, size)
            if self._block is None:
                raise FileExistsError(17, "File exists", self._name)
            self._size = size
        else:
            found = _attach(self._name)
            if found is None:
                raise FileNotFoundError(2, "No such file or directory", self._name)
            self._block, self._size = found
        self._buf = _View(self._block, 0, self._size)

    def __reduce__(self):
        return (type(self), (self.name, False, self.size))

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name[1:]

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        if not _unlink(self._name):
            raise FileNotFoundError(2, "No such file or directory", self._name)


_FORMATS = {int: "q", float: "d", bool: "xxxxxxx?", type(None): "xxxxxx?x"}
_HEAD = 8
# Of an item: where it lies, its room in bytes, and its format.
_ENTRY = 24


def _encoded(value):
    return value.encode("utf8") if isinstance(value, str) else value


def _room(value):
    """The bytes that an item has, for ever: a text may grow within its multiple of eight."""
    return 8 * (len(value) // 8 + 1) if isinstance(value, (str, bytes)) else 8


class ShareableList:
    def __init__(self, sequence=None, *, name=None):
        if name is not None and sequence is None:
            self.shm = SharedMemory(name)
            self._list_len = len(self)
            return
        items = list(sequence or ())
        for item in items:
            if not isinstance(item, (str, bytes)) and type(item) not in _FORMATS:
                raise KeyError(type(item))
        rooms = [_room(item) for item in items]
        place = _HEAD + _ENTRY * len(items)
        self.shm = SharedMemory(name, create=True, size=place + sum(rooms))
        self._list_len = len(items)
        self._store(0, struct.pack("q", len(items)))
        for index, (item, room) in enumerate(zip(items, rooms)):
            self._store(_HEAD + index * _ENTRY, struct.pack("qq", place, room))
            self._put(index, item)
            place += room

    def _store(self, place, data):
        self.shm.buf[place : place + len(data)] = data

    def _entry(self, index):
        start = _HEAD + index * _ENTRY
        place, room, kind = struct.unpack("qq8s", self.shm.buf[start : start + _ENTRY].tobytes())
        return place, room, kind.rstrip(b"\0").decode()

    def _index(self, position, text):
        index = position if position >= 0 else position + self._list_len
        if not 0 <= index < self._list_len:
            raise IndexError(text)
        return index

    def _put(self, index, value):
        place, room, _ = self._entry(index)
        if isinstance(value, (str, bytes)):
            data = _encoded(value)
            if len(data) > room:
                raise ValueError("bytes/str item exceeds available storage")  # @436
            kind = "s" if isinstance(value, str) else "b"
            data += b"\0" * (room - len(data))
        else:
            kind = _FORMATS[type(value)]
            data = bytes(8) if value is None else struct.pack(kind, value)
        self._store(_HEAD + index * _ENTRY + 16, kind.encode().ljust(8, b"\0"))
        self._store(place, data)

    def __getitem__(self, position):
        index = self._index(position, "index out of range")
        place, room, kind = self._entry(index)
        data = self.shm.buf[place : place + room].tobytes()
        if kind in ("s", "b"):
            data = data.rstrip(b"\0")
            return data.decode("utf8") if kind == "s" else data
        return None if kind == "xxxxxx?x" else struct.unpack(kind, data[:8])[0]

    def __setitem__(self, position, value):
        self._put(self._index(position, "assignment index out of range"), value)

    def __reduce__(self):
        return partial(type(self), name=self.shm.name), ()

    def __len__(self):
        return struct.unpack("q", self.shm.buf[:_HEAD].tobytes())[0]

    def __iter__(self):
        for index in range(self._list_len):
            yield self[index]

    def __repr__(self):
        return f"{type(self).__name__}({list(self)}, name={self.shm.name!r})"

    @property
    def format(self):
        formats = []
        for index in range(self._list_len):
            _, room, kind = self._entry(index)
            formats.append(f"{room}s" if kind in ("s", "b") else kind)
        return "".join(formats)

    def count(self, value):
        return sum(value == entry for entry in self)

    def index(self, value):
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f"{value!r} not in this container")

    __class_getitem__ = classmethod(GenericAlias)
