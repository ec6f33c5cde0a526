"""`re`: the module's functions over compiled patterns, the cache of these, flags and the error.
"""

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape"]
__all__ += ["error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE"]
__all__ += ["DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]


class error(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = "%s at position %d" % (msg, pos)
            text = pattern if isinstance(pattern, str) else str(pattern, "latin1")
            self.lineno = text.count("\n", 0, pos) + 1
            self.colno = pos - text.rfind("\n", 0, pos)
            if "\n" in text:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        super().__init__(msg)


_names = {}


class RegexFlag(int):
    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join(_names[bit] for bit in _names if bit & self) or None

    def __repr__(self):
        left = int(self)
        parts = []
        for bit in _names:
            if bit & left:
                parts.append("re." + _names[bit])
                left &= ~bit
        if left > 0:
            parts.append(hex(left))
        return "|".join(parts) or "re.NOFLAG"

    __str__ = __repr__

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    def __invert__(self):
        return RegexFlag(511 & ~int(self))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _flag(bit, *names):
    flag = RegexFlag(bit)
    if bit:
        _names[bit] = names[0]
    for name in names:
        setattr(RegexFlag, name, flag)
    return flag


NOFLAG = _flag(0, "NOFLAG")
A = ASCII = _flag(256, "ASCII", "A")
I = IGNORECASE = _flag(2, "IGNORECASE", "I")
L = LOCALE = _flag(4, "LOCALE", "L")
U = UNICODE = _flag(32, "UNICODE", "U")
M = MULTILINE = _flag(8, "MULTILINE", "M")
S = DOTALL = _flag(16, "DOTALL", "S")
X = VERBOSE = _flag(64, "VERBOSE", "X")
T = TEMPLATE = _flag(1, "TEMPLATE", "T")
DEBUG = _flag(128, "DEBUG")

_cache = {}


def _compile(pattern, flags):
    flags = int(flags)
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    if flags & 128:
        raise NotImplementedError("re.DEBUG is not available in Interleave")
    made = _compile_new(pattern, flags)
    if len(_cache) >= 512:
        del _cache[next(iter(_cache))]
    _cache[type(pattern), pattern, flags] = made
    return made


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)  # @166


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)  # @171


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)  # @176


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)  # @185


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)  # @196


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)  # @206


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)  # @216


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)  # @223


def purge():
    _cache.clear()


_special = {byte: "\\" + chr(byte) for byte in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")
