"""`tempfile`: files and folders that go away. Their names come from the run's seed.
"""

import io as _io
import os as _os
import shutil as _shutil

TMP_MAX = 10000
template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _os.environ.get("TMPDIR") or "/tmp"
    return tempdir


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def _name(suffix, prefix, dir):
    letters = "".join([_LETTERS[byte % 37] for byte in _os.urandom(8)])
    folder = gettempdir() if dir is None else _os.fspath(dir)
    return _os.path.abspath(_os.path.join(folder, f"{template if prefix is None else prefix}{letters}{suffix or ''}"))


def _made(make, suffix, prefix, dir):
    while True:
        path = _name(suffix, prefix, dir)
        try:
            return make(path), path
        except FileExistsError:
            continue


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _made(lambda path: _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _made(lambda path: _os.mkdir(path, 0o700), suffix, prefix, dir)[1]


def mktemp(suffix="", prefix=template, dir=None):
    return _name(suffix, prefix, dir)


class _TemporaryFileWrapper:
    def __init__(self, file, name, delete):
        self.file, self.name, self.delete = file, name, delete
        self._gone = False

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        for line in self.file:
            yield line

    def close(self):
        self.file.close()
        if self.delete and not self._gone:
            self._gone = True
            _os.unlink(self.name)

    def __repr__(self):
        return f"<tempfile._TemporaryFileWrapper object; file={self.file!r}>"


def NamedTemporaryFile(
    mode="w+b",
    buffering=-1,
    encoding=None,
    newline=None,
    suffix=None,
    prefix=None,
    dir=None,
    delete=True,
    *,
    errors=None,
    delete_on_close=True,
):
    descriptor, name = mkstemp(suffix, prefix, dir)
    file = _io.open(descriptor, mode, buffering, encoding, errors, newline)
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None
):
    descriptor, name = mkstemp(suffix, prefix, dir)
    _os.unlink(name)
    return _io.open(descriptor, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile:
    def __init__(
        self,
        max_size=0,
        mode="w+b",
        buffering=-1,
        encoding=None,
        newline=None,
        suffix=None,
        prefix=None,
        dir=None,
        *,
        errors=None,
    ):
        self._max_size, self._mode = max_size, mode
        self._rolled = False
        self._args = (mode, buffering, encoding, newline, suffix, prefix, dir)
        self._file = _io.BytesIO() if "b" in mode else _io.StringIO()

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self._file.close()

    def __iter__(self):
        for line in self._file:
            yield line

    def rollover(self):
        if self._rolled:
            return
        old = self._file
        self._file = TemporaryFile(*self._args)
        self._file.write(old.getvalue())
        self._file.seek(old.tell(), 0)
        self._rolled = True

    def write(self, data):
        written = self._file.write(data)
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return written

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore, self._delete = ignore_cleanup_errors, delete

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if _os.path.exists(self.name):
            _shutil.rmtree(self.name, ignore_errors=self._ignore)
