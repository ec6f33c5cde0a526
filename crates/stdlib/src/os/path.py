"""`os.path`: POSIX paths as text. Owns nothing; files are not there yet.
"""

sep = "/"


def join(first, *rest):
    path = first
    for part in rest:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path):
    return path[path.rfind("/") + 1 :]


def dirname(path):
    return split(path)[0]


def splitext(path):
    base = path.rfind("/") + 1
    dot = path.rfind(".")
    if dot > base and path[base:dot].strip("."):
        return path[:dot], path[dot:]
    return path, ""


def isabs(path):
    return path.startswith("/")


def normpath(path):
    if not path:
        return "."
    absolute = path.startswith("/")
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not absolute and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return ("/" if absolute else "") + "/".join(parts) or "."


def abspath(path):
    return normpath(path if isabs(path) else join("/home/user", path))


realpath = abspath
