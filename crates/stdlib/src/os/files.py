"""`os`: files and folders by path and by descriptor. Part of `os`.
"""


class stat_result(tuple):
    __module__ = "os"
    n_fields = 19
    n_sequence_fields = 10

    def __new__(cls, fields, nanoseconds=None):
        fields = tuple(fields)
        self = tuple.__new__(cls, fields)
        self._ns = nanoseconds or [second * 1_000_000_000 for second in fields[7:10]]
        return self

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._ns[0] / 1_000_000_000)
    st_mtime = property(lambda self: self._ns[1] / 1_000_000_000)
    st_ctime = property(lambda self: self._ns[2] / 1_000_000_000)
    st_atime_ns = property(lambda self: self._ns[0])
    st_mtime_ns = property(lambda self: self._ns[1])
    st_ctime_ns = property(lambda self: self._ns[2])
    st_blksize = property(lambda self: 4096)
    st_blocks = property(lambda self: (self[6] + 4095) // 4096 * 8)
    st_rdev = property(lambda self: 0)

    def __repr__(self):
        names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size")
        names += ("st_atime", "st_mtime", "st_ctime")
        return f"os.stat_result({', '.join([f'{name}={value!r}' for name, value in zip(names, self)])})"


def _stat_result(parts):
    mode, inode, links, size, *times = parts
    seconds = [time // 1_000_000_000 for time in times]
    return stat_result((mode, inode, 65024, links, 1000, 1000, size, *seconds), times)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fstat(path)
    return _stat_result(_disk.stat(_text(path, "stat"), follow_symlinks))


def lstat(path, *, dir_fd=None):
    return _stat_result(_disk.stat(_text(path, "lstat", "os.PathLike"), False))


def fstat(fd):
    parts = _disk.fstat(fd)
    return _stat_result((0o020620, 3, 1, 0, 0, 0, 0) if parts is None else parts)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    path = _text(path, "access")
    if _disk.kind(path, follow_symlinks) is None:
        return False
    return not (mode & X_OK) or bool(_disk.stat(path, True)[0] & 0o111)


def listdir(path=None):
    if isinstance(path, int):
        path = _disk.path_of(path)
    names = _disk.names("." if path is None else _text(path, "listdir", "os.PathLike, integer or None"))
    return [name.encode() for name in names] if isinstance(path, bytes) else names


class DirEntry:
    __module__ = "posix"

    def __init__(self, name, path):
        self.name, self.path = name, path

    def is_dir(self, *, follow_symlinks=True):
        return _disk.kind(self.path, follow_symlinks) == "folder"

    def is_file(self, *, follow_symlinks=True):
        return _disk.kind(self.path, follow_symlinks) == "file"

    def is_symlink(self):
        return _disk.kind(self.path, False) == "link"

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _ScandirIterator:
    __module__ = "posix"
    __qualname__ = __name__ = "ScandirIterator"

    def __init__(self, path, names):
        self._entries = iter([DirEntry(name, _path.join(path, name)) for name in names])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path=None):
    path = "." if path is None else _text(path, "scandir", "os.PathLike, integer or None")
    return _ScandirIterator(path, _disk.names(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = _disk.names(_text(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders, files = [], []
    for name in names:
        (folders if _path.isdir(_path.join(top, name)) else files).append(name)
    if topdown:
        yield top, folders, files
    for name in folders:
        below = _path.join(top, name)
        if followlinks or not _path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    _disk.mkdir(_text(path, "mkdir", "os.PathLike"), mode)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = _path.split(name)
    if not tail:
        head, tail = _path.split(head)
    if head and tail and not _path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == ".":
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not _path.isdir(name):
            raise


def rmdir(path, *, dir_fd=None):
    _disk.rmdir(_text(path, "rmdir", "os.PathLike"))


def removedirs(name):
    rmdir(name)
    head, tail = _path.split(name)
    if not tail:
        head, tail = _path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = _path.split(head)


def remove(path, *, dir_fd=None):
    _disk.unlink(_text(path, "remove", "os.PathLike"))


def unlink(path, *, dir_fd=None):
    _disk.unlink(_text(path, "unlink", "os.PathLike"))


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _disk.rename(_text(src, "rename", "os.PathLike"), _text(dst, "rename", "os.PathLike"))


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _disk.rename(_text(src, "replace", "os.PathLike"), _text(dst, "replace", "os.PathLike"))


def renames(old, new):
    head, tail = _path.split(new)
    if head and tail and not _path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = _path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    _disk.link(_text(src, "link", "os.PathLike"), _text(dst, "link", "os.PathLike"))


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _disk.symlink(_text(src, "symlink", "os.PathLike"), _text(dst, "symlink", "os.PathLike"))


def readlink(path, *, dir_fd=None):
    return _disk.readlink(_text(path, "readlink", "os.PathLike"))


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _disk.chmod(_text(path, "chmod"), mode)


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    _disk.stat(_text(path, "chown"), True)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is None and times is not None:
        ns = [int(seconds * 1_000_000_000) for seconds in times]
    accessed, modified = (None, None) if ns is None else ns
    _disk.utime(_text(path, "utime"), accessed, modified)


def truncate(path, length):
    fd = open(path, O_WRONLY)
    ftruncate(fd, length)
    close(fd)


def open(path, flags, mode=0o777, *, dir_fd=None):
    return _disk.open(_text(path, "open", "os.PathLike"), flags, mode)


def close(fd):
    _disk.close(fd)


def read(fd, n, /):
    if n < 0:
        raise OSError(22, "Invalid argument")
    return _disk.read_some(fd, n)


def write(fd, data, /):
    return _disk.write(fd, data, False)


def lseek(fd, position, whence, /):
    return _disk.seek(fd, position, whence)


def ftruncate(fd, length, /):
    _disk.truncate(fd, length)


def fsync(fd):
    _disk.fstat(fd)


fdatasync = fsync


def sync():
    pass


def pipe():
    return _disk.pipe()


def isatty(fd, /):
    import sys

    streams = {1: sys.__stdout__, 2: sys.__stderr__}
    return fd in streams and streams[fd].isatty()


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io

    return io.open(fd, mode, buffering, encoding, *args, **kwargs)
