"""`pathlib`: paths as text. Owns no file.
"""

import fnmatch
import io
import ntpath
import os
import stat as _stat
import sys


class _Parents:
    def __init__(self, path):
        self._kind = type(path)
        self._drive, self._root, self._parts = path._drive, path._root, path._parts

    def __len__(self):
        return len(self._parts) - (1 if self._drive or self._root else 0)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self[i] for i in range(*index.indices(len(self)))])
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._kind._of(self._drive, self._root, self._parts[: -index - 1])

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]

    def __repr__(self):
        return f"<{self._kind.__name__}.parents>"


class PurePath:
    __module__ = "pathlib"

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._of(*cls._read(args))

    def __init__(self, *args):
        pass

    @classmethod
    def _of(cls, drive, root, parts):
        # The parts begin with drive and root where there is one.
        self = object.__new__(cls)
        self._drive, self._root, self._parts = drive, root, parts
        return self

    @classmethod
    def _read(cls, args):
        drive = root = ""
        parts = []
        for arg in args:
            if isinstance(arg, PurePath):
                text = str(arg)
            else:
                text = os.fspath(arg) if isinstance(arg, (str, bytes)) or hasattr(arg, "__fspath__") else None
                if text is None:
                    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(arg).__name__}")
                if not isinstance(text, str):
                    raise TypeError(
                        "argument should be a str object or an os.PathLike "
                        f"object returning str, not {type(arg)!r}"
                    )
            drive, root, parts = cls._joined(drive, root, parts, text)
        if drive or root:
            parts = [drive + root] + parts
        return drive, root, parts

    @classmethod
    def _joined(cls, drive, root, parts, text):
        new_root = ""
        if text.startswith("/"):
            new_root = "//" if text.startswith("//") and not text.startswith("///") else "/"
        names = [name for name in text.split("/") if name and name != "."]
        if new_root:
            return "", new_root, names
        return drive, root, parts + names

    _sep = "/"

    def __reduce__(self):
        return type(self), tuple(self._parts)

    def __str__(self):
        if self._drive or self._root:
            return self._parts[0] + self._sep.join(self._parts[1:])
        return self._sep.join(self._parts) or "."

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def as_posix(self):
        return str(self).replace(self._sep, "/")

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = "/-._~"
        drive, path = "", self.as_posix()
        if self._drive[1:2] == ":":
            drive, path = "/" + self._drive, path[2:]
        elif self._drive:
            path = path[2:]
        data = os.fsencode(path)
        text = [chr(b) if chr(b).isalnum() and b < 128 or chr(b) in safe else f"%{b:02X}" for b in data]
        return f"file://{drive}" + "".join(text)

    def _folded(self):
        return self._parts

    def _same_flavour(self, other):
        return isinstance(other, PurePath) and self._sep == other._sep

    def __eq__(self, other):
        if not self._same_flavour(other):
            return NotImplemented
        return self._folded() == other._folded()

    def __hash__(self):
        return hash(tuple(self._folded()))

    def __lt__(self, other):
        return self._folded() < other._folded() if self._same_flavour(other) else NotImplemented

    def __le__(self, other):
        return self._folded() <= other._folded() if self._same_flavour(other) else NotImplemented

    def __gt__(self, other):
        return self._folded() > other._folded() if self._same_flavour(other) else NotImplemented

    def __ge__(self, other):
        return self._folded() >= other._folded() if self._same_flavour(other) else NotImplemented

    drive = property(lambda self: self._drive)
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._drive + self._root)
    parts = property(lambda self: tuple(self._parts))
    parents = property(lambda self: _Parents(self))

    @property
    def name(self):
        parts = self._parts
        if len(parts) == (1 if self._drive or self._root else 0):
            return ""
        return parts[-1]

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        parts = self._parts
        if len(parts) == (1 if self._drive or self._root else 0):
            return self
        return self._of(self._drive, self._root, parts[:-1])

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not isinstance(name, str) or not name or self._sep in name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._of(self._drive, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or self._sep in suffix or (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        return self._of(self._drive, self._root, self._parts[:-1] + [name[: len(name) - len(old)] + suffix])

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)) and not hasattr(key, "__fspath__"):
            return NotImplemented
        return type(self)(self, key)

    def __rtruediv__(self, key):
        if not isinstance(key, str) and not hasattr(key, "__fspath__"):
            return NotImplemented
        return type(self)(key, self)

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)(*other)
        count = len(base._parts)
        if self._folded()[:count] != base._folded() or (not count and (self._root or self._drive)):
            raise ValueError(
                f"{str(self)!r} is not in the subpath of {str(base)!r}"
                " OR one path is relative and the other is absolute."
            )
        return self._of("", "", self._parts[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        pattern = type(self)(path_pattern)
        if not pattern._parts:
            raise ValueError("empty pattern")
        wanted, own = pattern._folded(), self._folded()
        if pattern._drive or pattern._root:
            if len(wanted) != len(own):
                return False
        elif len(wanted) > len(own):
            return False
        pairs = zip(reversed(own), reversed(wanted))
        return all([fnmatch.fnmatchcase(part, want) for part, want in pairs])


class PurePosixPath(PurePath):
    __module__ = "pathlib"


class PureWindowsPath(PurePath):
    __module__ = "pathlib"
    _sep = "\\"

    @classmethod
    def _joined(cls, drive, root, parts, text):
        text = text.replace("/", "\\")
        new_drive, rest = ntpath.splitdrive(text)
        new_root = "\\" if rest.startswith("\\") or new_drive.startswith("\\\\") else ""
        names = [name for name in rest.split("\\") if name and name != "."]
        if new_root:
            return new_drive or drive, new_root, names
        if new_drive and new_drive.lower() != drive.lower():
            return new_drive, "", names
        return new_drive or drive, root, parts + names

    def _folded(self):
        return [part.lower() for part in self._parts]

    def is_absolute(self):
        return bool(self._root and self._drive)
