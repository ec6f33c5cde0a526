"""`ctypes`: C's plain data: numbers, characters, arrays and structures over a piece of memory. There is no foreign code to
call, so there are no pointers and no libraries.
"""

import struct as _struct

_BYTES = {"?": 1, "c": 1, "u": 4, "b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "f": 4, "d": 8}


class _Memory:
    """Memory of this process; shared memory has the same four methods."""

    def __init__(self, size):
        self._bytes = bytearray(size)

    def read(self, code, offset):
        value = _struct.unpack_from("=" + _STRUCT_CODES.get(code, code), self._bytes, offset)[0]
        return chr(value) if code == "u" else value

    def write(self, code, offset, value):
        _struct.pack_into("=" + _STRUCT_CODES.get(code, code), self._bytes, offset, value)

    def load(self, start, stop):
        return bytes(self._bytes[start:stop])

    def store(self, start, data):
        self._bytes[start : start + len(data)] = data


# With a fixed size of long, which "=" has not.
_STRUCT_CODES = {"l": "q", "L": "Q", "u": "I"}


def _whole(code, value):
    """The number that C keeps of an int: its lowest bits."""
    bits = 8 * _BYTES[code]
    value &= (1 << bits) - 1
    if code in "bhil" and value >> (bits - 1):
        value -= 1 << bits
    return value


def _converted(code, value):
    if code in "bBhHiIlL":
        if not isinstance(value, int):
            if isinstance(value, float) or not hasattr(value, "__index__"):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            value = value.__index__()
        return _whole(code, value)
    if code in "fd":
        if isinstance(value, (int, float)) or hasattr(value, "__float__"):
            return float(value)
        raise TypeError(f"must be real number, not {type(value).__name__}")
    if code == "?":
        return bool(value)
    if code == "c":
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return bytes(value)
        if isinstance(value, int) and 0 <= value < 256:
            return bytes([value])
        raise TypeError("one character bytes, bytearray or integer expected")
    if isinstance(value, str) and len(value) == 1:
        return ord(value)
    if isinstance(value, str):
        raise TypeError("one character unicode string expected")
    raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")


class _CDataType(type):
    def __mul__(cls, length):
        if not isinstance(length, int):
            raise TypeError("can't multiply sequence by non-int of type '%s'" % type(length).__name__)
        if length < 0:
            raise ValueError("Array length must be >= 0, not %d" % length)
        key = (cls, length)
        if key not in _array_types:
            name = "%s_Array_%d" % (cls.__name__, length)
            _array_types[key] = _CDataType(name, (Array,), {"_type_": cls, "_length_": length})
        return _array_types[key]

    __rmul__ = __mul__


_array_types = {}


class _CData(metaclass=_CDataType):
    _memory = None
    _offset = 0

    @classmethod
    def _at(cls, memory, offset):
        self = cls.__new__(cls)
        object.__setattr__(self, "_memory", memory)
        object.__setattr__(self, "_offset", offset)
        return self

    def _place(self):
        if self._memory is None:
            object.__setattr__(self, "_memory", _Memory(sizeof(type(self))))
        return self._memory


class _SimpleCData(_CData):
    _type_ = None

    def __init__(self, value=None):
        memory = self._place()
        if value is not None:
            memory.write(self._type_, self._offset, _converted(self._type_, value))

    @property
    def value(self):
        return self._memory.read(self._type_, self._offset)

    @value.setter
    def value(self, value):
        self._memory.write(self._type_, self._offset, _converted(self._type_, value))

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)

    def __bool__(self):
        return self.value not in (0, b"\0", "\0")


class c_bool(_SimpleCData):
    _type_ = "?"


class c_char(_SimpleCData):
    _type_ = "c"


class c_wchar(_SimpleCData):
    _type_ = "u"


class c_byte(_SimpleCData):
    _type_ = "b"


class c_ubyte(_SimpleCData):
    _type_ = "B"


class c_short(_SimpleCData):
    _type_ = "h"


class c_ushort(_SimpleCData):
    _type_ = "H"


class c_int(_SimpleCData):
    _type_ = "i"


class c_uint(_SimpleCData):
    _type_ = "I"


class c_long(_SimpleCData):
    _type_ = "l"


class c_ulong(_SimpleCData):
    _type_ = "L"


class c_float(_SimpleCData):
    _type_ = "f"


class c_double(_SimpleCData):
    _type_ = "d"


c_longlong = c_int64 = c_ssize_t = c_long
c_ulonglong = c_uint64 = c_size_t = c_ulong
c_int8, c_int16, c_int32 = c_byte, c_short, c_int
c_uint8, c_uint16, c_uint32 = c_ubyte, c_ushort, c_uint


def _get(kind, memory, offset):
    if issubclass(kind, _SimpleCData):
        return memory.read(kind._type_, offset)
    return kind._at(memory, offset)


def _set(kind, memory, offset, value):
    if isinstance(value, kind):
        memory.store(offset, value._memory.load(value._offset, value._offset + sizeof(kind)))
    elif issubclass(kind, _SimpleCData):
        memory.write(kind._type_, offset, _converted(kind._type_, value))
    elif isinstance(value, tuple):
        kind._at(memory, offset).__init__(*value)
    else:
        raise TypeError("expected %s instance, got %s" % (kind.__name__, type(value).__name__))


class Array(_CData):
    _type_ = None
    _length_ = 0

    def __init__(self, *values):
        memory = self._place()
        if len(values) > self._length_:
            raise IndexError("invalid index")
        width = sizeof(self._type_)
        for index, value in enumerate(values):
            _set(self._type_, memory, self._offset + index * width, value)

    def __len__(self):
        return self._length_

    def _where(self, index):
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return self._offset + index * sizeof(self._type_)

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self[i] for i in range(*index.indices(self._length_))]
            if self._type_ is c_char:
                return b"".join(items)
            return "".join(items) if self._type_ is c_wchar else items
        return _get(self._type_, self._memory, self._where(index))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for place, item in zip(places, value):
                self[place] = item
        else:
            _set(self._type_, self._memory, self._where(index), value)

    def __iter__(self):
        for index in range(self._length_):
            yield self[index]

    def _text_only(self, name):
        if self._type_ not in (c_char, c_wchar):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    @property
    def raw(self):
        self._text_only("raw")
        return self._memory.load(self._offset, self._offset + sizeof(type(self)))

    @raw.setter
    def raw(self, data):
        self._text_only("raw")
        if len(data) > sizeof(type(self)):
            raise ValueError("byte string too long")
        self._memory.store(self._offset, data)

    @property
    def value(self):
        self._text_only("value")
        return self.raw.split(b"\0")[0] if self._type_ is c_char else self[:].split("\0")[0]

    @value.setter
    def value(self, value):
        self._text_only("value")
        if self._type_ is c_wchar:
            self[: len(value)] = value
            return
        if not isinstance(value, bytes):
            raise TypeError(f"bytes expected instead of {type(value).__name__} instance")
        if len(value) > self._length_:
            raise ValueError("byte string too long")
        self._memory.store(self._offset, value + b"\0" * (len(value) < self._length_))


class _StructureType(_CDataType):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        place, align = 0, 1
        for base in cls.__mro__[1:]:
            if "_layout" in base.__dict__:
                place, align = base._size, base._align
                break
        layout = dict(getattr(cls, "_layout", {}))
        for field, kind, *bits in namespace.get("_fields_", ()):
            if bits:
                raise NotImplementedError("bit fields of a structure are not available in Interleave")
            own = _alignment(kind)
            place = -(-place // own) * own
            layout[field] = (kind, place)
            setattr(cls, field, _field(kind, place))
            place += sizeof(kind)
            align = max(align, own)
        cls._layout, cls._align = layout, align
        cls._size = -(-place // align) * align


def _field(kind, place):
    def get(self):
        return _get(kind, self._memory, self._offset + place)

    def set(self, value):
        _set(kind, self._memory, self._offset + place, value)

    return property(get, set)


class Structure(_CData, metaclass=_StructureType):
    def __init__(self, *values, **named):
        self._place()
        if len(values) > len(self._layout):
            raise TypeError("too many initializers")
        for field, value in zip(self._layout, values):
            if field in named:
                raise TypeError(f"duplicate values for field {field!r}")
            setattr(self, field, value)
        for field, value in named.items():
            setattr(self, field, value)


def _alignment(kind):
    if issubclass(kind, Array):
        return _alignment(kind._type_)
    return kind._align if issubclass(kind, Structure) else _BYTES[kind._type_]


def sizeof(kind):
    if not isinstance(kind, type):
        kind = type(kind)
    if issubclass(kind, Array):
        return kind._length_ * sizeof(kind._type_)
    if issubclass(kind, Structure):
        return kind._size
    if issubclass(kind, _SimpleCData):
        return _BYTES[kind._type_]
    raise TypeError("this type has no size")


def alignment(kind):
    return _alignment(kind if isinstance(kind, type) else type(kind))


def create_string_buffer(init, size=None):
    if isinstance(init, bytes):
        buffer = (c_char * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)
