"""`fnmatch`: shell patterns against names. Matches by itself, without `re`.
"""

import os


def _parts(pat):
    # The pattern as a list of "*", "?", single characters and sets (a tuple of negation and ranges).
    parts = []
    at = 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            if not parts or parts[-1] != "*":
                parts.append("*")
        elif c == "[":
            end = at
            if pat[end : end + 1] == "!":
                end += 1
            if pat[end : end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                parts.append(("c", "["))
                continue
            inner = pat[at:end]
            at = end + 1
            negated = inner.startswith("!")
            parts.append(("set", negated, _ranges(inner[negated:])))
        elif c == "?":
            parts.append("?")
        else:
            parts.append(("c", c))
    return parts


def _ranges(inner):
    ranges = []
    at = 0
    while at < len(inner):
        if inner[at + 1 : at + 2] == "-" and at + 2 < len(inner):
            ranges.append((inner[at], inner[at + 2]))
            at += 3
        else:
            ranges.append((inner[at], inner[at]))
            at += 1
    return ranges


def _fits(part, c):
    if part == "?":
        return True
    if part[0] == "c":
        return part[1] == c
    return any([low <= c <= high for low, high in part[2]]) != part[1]


def _matches(parts, name):
    # Steps back to the last star only: what an earlier one took is never too much.
    part = at = 0
    star, mark = None, 0
    while at < len(name):
        if part < len(parts) and parts[part] == "*":
            star, mark = part, at
            part += 1
        elif part < len(parts) and _fits(parts[part], name[at]):
            part += 1
            at += 1
        elif star is not None:
            mark += 1
            part, at = star + 1, mark
        else:
            return False
    while part < len(parts) and parts[part] == "*":
        part += 1
    return part == len(parts)


def _text(value):
    return value.decode("latin-1") if isinstance(value, bytes) else value


def fnmatchcase(name, pat):
    return _matches(_parts(_text(pat)), _text(name))


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    parts = _parts(_text(os.path.normcase(pat)))
    return [name for name in names if _matches(parts, _text(name))]


_SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"


def _escaped(text):
    return "".join(["\\" + c if c in _SPECIAL else c for c in text])


def _set_text(negated, ranges):
    if any([low > high for low, high in ranges]):
        ranges = [(low, high) for low, high in ranges if low <= high]
        if not ranges:
            return "." if negated else "(?!)"
    texts = [low if low == high else f"{low}-{high}" for low, high in ranges]
    inner = "".join(["\\-" if text == "-" and index else text.replace("\\", r"\\") for index, text in enumerate(texts)])
    if negated:
        inner = "^" + inner
    elif inner[:1] in ("^", "["):
        inner = "\\" + inner
    return f"[{inner}]"


def translate(pat):
    pieces = []
    for part in _parts(pat):
        if part == "*":
            pieces.append("*")
        elif part == "?":
            pieces.append(".")
        elif part[0] == "c":
            pieces.append(_escaped(part[1]))
        else:
            pieces.append(_set_text(part[1], part[2]))
    # All but the last star stop at the first place that fits.
    runs = [[]]
    for piece in pieces:
        if piece == "*":
            runs.append([])
        else:
            runs[-1].append(piece)
    runs = ["".join(run) for run in runs]
    if len(runs) == 1:
        return f"(?s:{runs[0]})\\Z"
    text = runs[0] + "".join([f"(?>.*?{run})" for run in runs[1:-1]])
    return f"(?s:{text}.*{runs[-1]})\\Z"
