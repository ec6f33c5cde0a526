"""`os.path`: POSIX paths as text, and what the disk says about them. Owns no file.
"""

import _disk

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
altsep = None
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
supports_unicode_filenames = False


def _fs(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), "__fspath__"):
        return path.__fspath__()
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def _text(path, name="stat", more="os.PathLike or integer"):
    # The path for a call of the disk.
    if isinstance(path, str):
        text = path
    elif isinstance(path, bytes):
        text = path.decode("utf-8", "surrogateescape")
    elif hasattr(type(path), "__fspath__"):
        return _text(path.__fspath__(), name, more)
    else:
        kinds = f"string, bytes or {more}" if more == "os.PathLike" else f"string, bytes, {more}"
        raise TypeError(f"{name}: path should be {kinds}, not {type(path).__name__}")
    if "\0" in text:
        raise ValueError(f"{name}: embedded null character in path" if name != "open" else "embedded null byte")
    return text


def _of_kind(path, sign):
    # The one-character texts of the path's own type.
    return sign.encode() if isinstance(path, bytes) else sign


def join(a, *p):
    path = _fs(a)
    slash = _of_kind(path, "/")
    for part in p:
        if not isinstance(part, (str, bytes)):
            if not hasattr(type(part), "__fspath__"):
                raise TypeError(
                    f"join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}"
                )
            part = part.__fspath__()
        if isinstance(part, bytes) != isinstance(path, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    path = _fs(p)
    slash = _of_kind(path, "/")
    at = path.rfind(slash) + 1
    head, tail = path[:at], path[at:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    path = _fs(p)
    return path[path.rfind(_of_kind(path, "/")) + 1 :]


def dirname(p):
    return split(p)[0]


def splitext(p):
    path = _fs(p)
    dot = _of_kind(path, ".")
    base = path.rfind(_of_kind(path, "/")) + 1
    at = path.rfind(dot)
    if at > base and path[base:at].strip(dot):
        return path[:at], path[at:]
    return path, path[:0]


def splitdrive(p):
    path = _fs(p)
    return path[:0], path


def isabs(s):
    path = _fs(s)
    return path.startswith(_of_kind(path, "/"))


def normcase(s):
    return _fs(s)


def normpath(path):
    path = _fs(path)
    if isinstance(path, bytes):
        return normpath(path.decode()).encode()
    if not path:
        return "."
    start = "/" if path.startswith("/") else ""
    if path.startswith("//") and not path.startswith("///"):
        start = "//"
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not start and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return start + "/".join(parts) or "."


def abspath(path):
    path = _fs(path)
    if isinstance(path, bytes):
        return abspath(path.decode()).encode()
    return normpath(path if path.startswith("/") else join(_disk.getcwd(), path))


def realpath(filename, *, strict=False):
    path = _fs(filename)
    if isinstance(path, bytes):
        return realpath(path.decode(), strict=strict).encode()
    rest = abspath(path).split("/") if isabs(path) else (_disk.getcwd() + "/" + path).split("/")
    rest = [part for part in rest[::-1] if part and part != "."]
    done = ""
    links = 0
    while rest:
        part = rest.pop()
        if part == "..":
            done = done[: max(done.rfind("/"), 0)]
            continue
        here = f"{done}/{part}"
        kind = _disk.kind(here, False)
        if kind == "link" and links < 40:
            links += 1
            target = _disk.readlink(here)
            if target.startswith("/"):
                done = ""
            rest += [part for part in target.split("/")[::-1] if part and part != "."]
            continue
        if strict and (kind is None or kind == "link"):
            _disk.stat(here, True)
        done = here
    return done or "/"


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    path = _fs(path)
    from_parts = [part for part in abspath("." if start is None else start).split("/") if part]
    to_parts = [part for part in abspath(path).split("/") if part]
    same = 0
    while same < min(len(from_parts), len(to_parts)) and from_parts[same] == to_parts[same]:
        same += 1
    return "/".join([".."] * (len(from_parts) - same) + to_parts[same:]) or "."


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple([_fs(path) for path in m])
    low, high = min(m), max(m)
    for index, c in enumerate(low):
        if c != high[index]:
            return low[:index]
    return low


def commonpath(paths):
    paths = [_fs(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len(set([path.startswith("/") for path in paths])) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split("/") if part and part != "."] for path in paths]
    low, high = min(split_paths), max(split_paths)
    common = low
    for index, part in enumerate(low):
        if part != high[index]:
            common = low[:index]
            break
    return ("/" if paths[0].startswith("/") else "") + "/".join(common)


def expanduser(path):
    path = _fs(path)
    if isinstance(path, bytes) or not path.startswith("~"):
        return path
    end = path.find("/")
    end = len(path) if end < 0 else end
    if end == 1:
        import os

        home = os.environ.get("HOME", "/home/user")
    elif path[1:end] in ("user", "root"):
        home = "/root" if path[1:end] == "root" else "/home/user"
    else:
        return path
    return (home.rstrip("/") + path[end:]) or "/"


def expandvars(path):
    import os

    path = _fs(path)
    out = []
    at = 0
    while at < len(path):
        if path[at] != "$":
            out.append(path[at])
            at += 1
            continue
        if path[at + 1 : at + 2] == "{":
            end = path.find("}", at)
            name, end = (path[at + 2 : end], end + 1) if end >= 0 else ("", at + 1)
        else:
            end = at + 1
            while end < len(path) and (path[end].isalnum() or path[end] == "_"):
                end += 1
            name = path[at + 1 : end]
        out.append(os.environ[name] if name in os.environ else path[at:end])
        at = end
    return "".join(out)


def _kind(path, follow=True):
    if isinstance(path, int):
        try:
            _disk.fstat(path)
        except OSError:
            return None
        return "file"
    try:
        return _disk.kind(_text(path), follow)
    except ValueError:
        return None


def exists(path):
    return _kind(path) is not None


def lexists(path):
    return _kind(path, False) is not None


def isfile(path):
    return _kind(path) == "file"


def isdir(s):
    return _kind(s) == "folder"


def islink(path):
    return _kind(path, False) == "link"


def ismount(path):
    return realpath(path) == "/"


def _stat(path):
    stat = _disk.fstat(path) if isinstance(path, int) else _disk.stat(_text(path), True)
    return stat


def getsize(filename):
    return _stat(filename)[3]


def getatime(filename):
    return _stat(filename)[4] / 1_000_000_000


def getmtime(filename):
    return _stat(filename)[5] / 1_000_000_000


def getctime(filename):
    return _stat(filename)[6] / 1_000_000_000


def samefile(f1, f2):
    return _stat(f1)[1] == _stat(f2)[1]


def sameopenfile(fp1, fp2):
    return _disk.fstat(fp1)[1] == _disk.fstat(fp2)[1]


def samestat(s1, s2):
    return s1[1] == s2[1] and s1[2] == s2[2]
