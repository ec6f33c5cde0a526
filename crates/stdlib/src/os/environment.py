"""`os`: its constants, paths as text, and the environment, which it owns.
"""

import os.path as path

import _disk

from os.path import _text, altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name = "posix"
linesep = "\n"
error = OSError

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0o100, 0o200, 0o1000, 0o2000
O_NONBLOCK, O_DIRECTORY, O_CLOEXEC = 0o4000, 0o200000, 0o2000000
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
P_NOWAIT, P_WAIT = 1, 0
WNOHANG = 1
supports_follow_symlinks = set()
supports_dir_fd = set()
supports_fd = set()


class PathLike:
    __module__ = "os"

    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(lambda cls, item: cls)


def _checked(value):
    if isinstance(value, bytes):
        return value.decode()
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


class _Environ:
    __module__ = "os"

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        try:
            return self._data[_checked(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key = _checked(key)
        value = _checked(value)
        if not key or "=" in key:
            raise OSError(22, "Invalid argument")
        if "\0" in key or "\0" in value:
            raise ValueError("embedded null byte")
        self._data[key] = value

    def __delitem__(self, key):
        if _checked(key) not in self._data:
            raise KeyError(key)
        del self._data[key]

    def __iter__(self):
        for key in list(self._data):
            yield key

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return _checked(key) in self._data

    def __repr__(self):
        items = ", ".join([f"{key!r}: {value!r}" for key, value in self._data.items()])
        return f"environ({{{items}}})"

    def __eq__(self, other):
        return dict(self._data) == (other._data if isinstance(other, _Environ) else other)

    def __or__(self, other):
        return {**self._data, **other}

    def __ror__(self, other):
        return {**other, **self._data}

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        return dict(self._data)

    def get(self, key, default=None):
        return self._data.get(_checked(key), default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        return self._data.pop(_checked(key), *default)

    def popitem(self):
        return self._data.popitem()

    def clear(self):
        self._data.clear()

    def update(self, other=(), /, **more):
        pairs = [(key, other[key]) for key in other.keys()] if hasattr(other, "keys") else other
        for key, value in pairs:
            self[key] = value
        for key, value in more.items():
            self[key] = value


environ = _Environ(
    {
        "SHELL": "/bin/sh",
        "PWD": "/home/user",
        "LOGNAME": "user",
        "HOME": "/home/user",
        "LANG": "C.UTF-8",
        "USER": "user",
        "PATH": "/usr/local/bin:/usr/bin:/bin",
    }
)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    _checked(name), _checked(value)


def unsetenv(name, /):
    _checked(name)


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(":")


def fspath(path):
    return _path._fs(path)


_path = path


def fsencode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, bytes) else filename.encode("utf-8", "surrogateescape")


def fsdecode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, str) else filename.decode("utf-8", "surrogateescape")
