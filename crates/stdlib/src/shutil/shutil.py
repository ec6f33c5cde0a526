"""`shutil`: copying, moving and removing whole files and trees. Owns no file.
"""

import fnmatch
import os
import stat

import _disk

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    __module__ = "shutil"


class SameFileError(Error):
    __module__ = "shutil"


class SpecialFileError(OSError):
    __module__ = "shutil"


class ExecError(OSError):
    __module__ = "shutil"


class ReadError(OSError):
    __module__ = "shutil"


def copyfileobj(fsrc, fdst, length=0):
    while piece := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(piece)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    if _same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source:
        try:
            with open(dst, "wb") as target:
                copyfileobj(source, target)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    info = os.stat(src)
    os.utime(dst, ns=(info.st_atime_ns, info.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(info.st_mode))


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def ignore(path, names):
        ignored = []
        for pattern in patterns:
            ignored += fnmatch.filter(names, pattern)
        return set(ignored)

    return ignore


def copytree(
    src,
    dst,
    symlinks=False,
    ignore=None,
    copy_function=copy2,
    ignore_dangling_symlinks=False,
    dirs_exist_ok=False,
):
    names = os.listdir(src)
    ignored = ignore(os.fspath(src), names) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        try:
            if symlinks and os.path.islink(source):
                os.symlink(os.readlink(source), target)
            elif os.path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as error:
            errors += error.args[0]
        except OSError as error:
            errors.append((source, target, str(error)))
    copystat(src, dst)
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    def failed(function, path, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, path, error)
        elif onerror is not None:
            onerror(function, path, (type(error), error, error.__traceback__))
        else:
            raise error

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
        names = os.listdir(path) if os.path.isdir(path) else None
        if names is None:
            os.lstat(path)
            raise NotADirectoryError(20, "Not a directory", os.fspath(path))
    except OSError as error:
        failed(os.lstat, path, error)
        return
    for name in names:
        below = os.path.join(path, name)
        if os.path.isdir(below) and not os.path.islink(below):
            rmtree(below, ignore_errors, onerror, onexc=onexc)
        else:
            try:
                os.unlink(below)
            except OSError as error:
                failed(os.unlink, below, error)
    try:
        os.rmdir(path)
    except OSError as error:
        failed(os.rmdir, path, error)


rmtree.avoids_symlink_attacks = True


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return None
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    elif os.path.isdir(src) and (os.path.abspath(dst) + "/").startswith(os.path.abspath(src) + "/"):
        raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
    try:
        os.rename(src, target)
    except OSError:
        if os.path.isdir(src):
            copytree(src, target, symlinks=True, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def _usage_of(fields):
    def represent(self):
        return f"usage(total={self[0]}, used={self[1]}, free={self[2]})"

    body = {"__module__": "shutil", "__repr__": represent}
    for index, field in enumerate(fields):
        body[field] = property(lambda self, index=index: self[index])
    return type("usage", (tuple,), body)


_Usage = _usage_of(("total", "used", "free"))


def disk_usage(path):
    os.stat(path)
    used = 4 << 30
    return _Usage((64 << 30, used, (64 << 30) - used))


def chown(path, user=None, group=None):
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    os.stat(path)


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name in ("COLUMNS", "LINES"):
        try:
            sizes.append(int(os.environ.get(name, 0)))
        except ValueError:
            sizes.append(0)
    if min(sizes) <= 0:
        try:
            size = os.get_terminal_size(1)
        except OSError:
            size = fallback
        sizes = [given or known for given, known in zip(sizes, size)]
    return os.terminal_size(sizes)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    def fits(name):
        return os.access(name, mode) and not os.path.isdir(name)

    if os.path.dirname(cmd):
        return cmd if fits(cmd) else None
    for folder in (os.environ.get("PATH", os.defpath) if path is None else os.fspath(path)).split(os.pathsep):
        name = os.path.join(folder, cmd)
        if fits(name):
            return name
    return None


def _refused(what):
    def refuse(*args, **kwargs):
        _disk.refuse(what)

    return refuse


make_archive = _refused("shutil.make_archive(): archives")
unpack_archive = _refused("shutil.unpack_archive(): archives")
