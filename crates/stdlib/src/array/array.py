"""array: a list of numbers of one kind, each checked as it goes in."""


typecodes = "bBuhHiIlLqQfd"
_sizes = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
_names = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short",
          "i": "signed integer", "I": "unsigned int", "l": "long", "L": "unsigned long", "q": "long long", "Q": "unsigned long long"}


class array:
    __module__ = "array"
    __hash__ = None

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(typecode).__name__}")
        if typecode not in _sizes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self._typecode = typecode
        self._data = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode != "u":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        else:
            self.extend(initializer if not isinstance(initializer, array) else initializer._data)

    typecode = property(lambda self: self._typecode)
    itemsize = property(lambda self: _sizes[self._typecode])

    def _checked(self, value):
        code = self._typecode
        if code in "fd":
            if isinstance(value, float):
                pass
            elif isinstance(value, int):
                value = float(value)
            elif hasattr(value, "__float__"):
                value = value.__float__()
            else:
                raise TypeError(f"must be real number, not {type(value).__name__}")
            return value if code == "d" else _unpack("f", _pack("f", [value]))[0]
        if code == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be a unicode character, not " + type(value).__name__)
            return value
        if not isinstance(value, int):
            if not hasattr(value, "__index__"):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            value = value.__index__()
        bits = 8 * _sizes[code]
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        if value < low or value > high:
            if code in "bBh" or code == "H":
                raise OverflowError(f"{_names[code]} is {'less than minimum' if value < low else 'greater than maximum'}")
            if code.isupper() and value < 0:
                raise OverflowError("can't convert negative value to unsigned int")
            if code == "i":
                raise OverflowError("signed integer is less than minimum" if value < low else "signed integer is greater than maximum")
            raise OverflowError("Python int too large to convert to C " + _names[code])
        return int(value)

    def _like(self, data):
        new = array(self._typecode)
        new._data = data
        return new

    def _other(self, other, verb):
        if not isinstance(other, array):
            raise TypeError(f'can only {verb} array (not "{type(other).__name__}") to array')
        if other._typecode != self._typecode:
            raise TypeError("bad argument type for built-in operation")
        return other._data

    def append(self, value):
        self._data.append(self._checked(value))

    def extend(self, values):
        if isinstance(values, array):
            if values._typecode != self._typecode:
                raise TypeError("can only extend with array of same kind")
            self._data.extend(values._data)
        else:
            for value in values:
                self._data.append(self._checked(value))

    def insert(self, index, value):
        self._data.insert(index, self._checked(value))

    def pop(self, index=-1):
        if not self._data:
            raise IndexError("pop from empty array")
        return self._data.pop(index)

    def remove(self, value):
        if value not in self._data:
            raise ValueError("array.remove(x): x not in array")
        self._data.remove(value)

    def index(self, value, start=0, stop=None):
        try:
            return self._data.index(value, start, len(self._data) if stop is None else stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, value):
        return self._data.count(value)

    def reverse(self):
        self._data.reverse()

    def tolist(self):
        return list(self._data)

    fromlist = extend

    def tobytes(self):
        return _pack(self._typecode, self._data)

    def frombytes(self, data):
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        self._data.extend(_unpack(self._typecode, data))

    def tounicode(self):
        return "".join(self._data)

    def byteswap(self):
        raw = self.tobytes()
        size = self.itemsize
        self._data = []
        self.frombytes(b"".join(raw[at:at + size][::-1] for at in range(0, len(raw), size)))

    def buffer_info(self):
        return id(self), len(self._data)

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        at = 0
        while at < len(self._data):
            yield self._data[at]
            at += 1

    def __contains__(self, value):
        return value in self._data

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(self._data[key])
        if not hasattr(key, "__index__"):
            raise TypeError("array indices must be integers")
        try:
            return self._data[key]
        except IndexError:
            raise IndexError("array index out of range") from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._data[key] = self._other(value, "assign")
            return
        value = self._checked(value)
        try:
            self._data[key] = value
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, key):
        del self._data[key]

    def __add__(self, other):
        return self._like(self._data + self._other(other, "append"))

    def __iadd__(self, other):
        self._data += self._other(other, "extend with")
        return self

    def __mul__(self, times):
        return self._like(self._data * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._data *= times
        return self

    def __eq__(self, other):
        return self._data == other._data if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._data < other._data if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._data <= other._data if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._data > other._data if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._data >= other._data if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return self._like(list(self._data))

    def __deepcopy__(self, memo):
        return self._like(list(self._data))

    def __reduce__(self):
        return array, (self._typecode, list(self._data))

    def __repr__(self):
        if not self._data:
            return f"array('{self._typecode}')"
        shown = repr("".join(self._data)) if self._typecode == "u" else repr(self._data)
        return f"array('{self._typecode}', {shown})"


ArrayType = array
