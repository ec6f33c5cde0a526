"""`pathlib`: paths of the disk. Part of `pathlib`.
"""


class Path(PurePath):
    __module__ = "pathlib"

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return cls._of(*cls._read(args))

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(os.path.realpath(self, strict=strict))

    def expanduser(self):
        if not (self._drive or self._root) and self._parts and self._parts[0][:1] == "~":
            home = os.path.expanduser(self._parts[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return type(self)(home, *self._parts[1:])
        return self

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self):
        return os.path.exists(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return os.path.ismount(self)

    def _is_kind(self, test):
        try:
            return test(self.stat().st_mode)
        except OSError:
            return False

    def is_char_device(self):
        return self._is_kind(_stat.S_ISCHR)

    def is_block_device(self):
        return self._is_kind(_stat.S_ISBLK)

    def is_fifo(self):
        return self._is_kind(_stat.S_ISFIFO)

    def is_socket(self):
        return self._is_kind(_stat.S_ISSOCK)

    def owner(self):
        self.stat()
        return "user"

    group = owner

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        data = bytes(memoryview(data)) if not isinstance(data, (bytes, bytearray, str)) else data
        if isinstance(data, str):
            raise TypeError("memoryview: a bytes-like object is required, not 'str'")
        with self.open("wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            os.utime(self)
            return
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def readlink(self):
        return type(self)(os.readlink(self))

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def _child(self, name):
        return self._of(self._drive, self._root, self._parts + [name])

    def iterdir(self):
        for name in os.listdir(self):
            yield self._child(name)

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        wanted = PurePosixPath(pattern)
        if wanted._root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        yield from self._select(wanted._parts, pattern.endswith("/"))

    def rglob(self, pattern):
        wanted = PurePosixPath(pattern)
        if wanted._root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        yield from self._select(["**"] + wanted._parts, pattern.endswith("/"))

    def _select(self, parts, folders_only):
        seen = set()
        for path in self._selected(parts):
            if path not in seen and not (folders_only and not path.is_dir()):
                seen.add(path)
                yield path

    def _selected(self, parts):
        if not parts:
            yield self
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            for folder in self._folders():
                yield from folder._selected(rest)
        elif "**" in part:
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        elif not any([c in part for c in "*?["]):
            path = self / ".." if part == ".." else self._child(part)
            if path.exists():
                yield from path._selected(rest)
        else:
            for name in self._names():
                if fnmatch.fnmatchcase(name, part):
                    path = self._child(name)
                    if not rest or path.is_dir():
                        yield from path._selected(rest)

    def _names(self):
        try:
            return os.listdir(self)
        except OSError:
            return []

    def _folders(self):
        if not self.is_dir():
            return
        yield self
        for name in self._names():
            path = self._child(name)
            if path.is_dir() and not path.is_symlink():
                yield from path._folders()


if sys.version_info >= (3, 12):

    def _walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for root, folders, files in os.walk(self, top_down, on_error, follow_symlinks):
            yield type(self)(root), folders, files

    Path.walk = _walk


class PosixPath(Path, PurePosixPath):
    __module__ = "pathlib"


class WindowsPath(Path, PureWindowsPath):
    __module__ = "pathlib"

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
