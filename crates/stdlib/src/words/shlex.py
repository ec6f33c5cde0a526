"""`shlex`: a shell's words, split as a POSIX shell splits them.
"""

import re

__all__ = ["split", "quote", "join"]

_unsafe = re.compile(r"[^\w@%+=:,./-]", re.ASCII).search


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        raise NotImplementedError("shlex.split(posix=False) is not available in Interleave")
    words = []
    word = None
    state = ""
    at = 0
    while at < len(s):
        c = s[at]
        at += 1
        if state:
            if c == state:
                state = ""
            elif c == "\\" and state == '"':
                if at >= len(s):
                    raise ValueError("No escaped character")
                if s[at] not in '"\\':
                    word += "\\"
                word += s[at]
                at += 1
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif comments and c == "#":
            newline = s.find("\n", at)
            at = len(s) if newline < 0 else newline + 1
            if word is not None:
                words.append(word)
                word = None
        else:
            word = word or ""
            if c in "'\"":
                state = c
            elif c == "\\":
                if at >= len(s):
                    raise ValueError("No escaped character")
                word += s[at]
                at += 1
            else:
                word += c
    if state:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append(word)
    return words


def join(split_command):
    return " ".join(quote(arg) for arg in split_command)


def quote(s):
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
