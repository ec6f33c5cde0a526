"""`ntpath`: Windows paths as text, as far as `pathlib` and a curious script need them.
"""

sep = "\\"
altsep = "/"


def splitdrive(p):
    path = p.replace("/", "\\")
    if path[:2] == "\\\\" and path[2:3] != "\\":
        share = path.find("\\", 2)
        if share >= 0:
            end = path.find("\\", share + 1)
            return (p, "") if end < 0 else (p[:end], p[end:])
    if path[1:2] == ":":
        return p[:2], p[2:]
    return "", p


def split(p):
    drive, rest = splitdrive(p)
    at = max(rest.rfind("\\"), rest.rfind("/")) + 1
    head, tail = rest[:at], rest[at:]
    return drive + (head.rstrip("\\/") or head), tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    base = max(p.rfind("\\"), p.rfind("/")) + 1
    dot = p.rfind(".")
    if dot > base and p[base:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def isabs(s):
    drive, rest = splitdrive(s)
    return bool(drive) and rest[:1] in ("\\", "/")


def normcase(s):
    return s.replace("/", "\\").lower()


def join(path, *paths):
    drive, rest = splitdrive(path)
    for part in paths:
        part_drive, part_rest = splitdrive(part)
        if part_rest[:1] in ("\\", "/"):
            drive, rest = part_drive or drive, part_rest
        elif part_drive and part_drive.lower() != drive.lower():
            drive, rest = part_drive, part_rest
        else:
            if rest and rest[-1] not in "\\/":
                rest += "\\"
            rest += part_rest
    if rest and rest[0] not in "\\/" and drive and drive[-1:] != ":":
        return drive + "\\" + rest
    return drive + rest
