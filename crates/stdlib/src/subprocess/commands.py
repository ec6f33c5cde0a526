"""`_programs.commands`: what the small programs of the simulated machine do. Each takes its words and gives an exit code."""

import os
import sys
import time


def _out(text):
    data = text.encode() if isinstance(text, str) else text
    while data:
        data = data[os.write(1, data) :]


def _err(text):
    os.write(2, text.encode())
    return 1


def _all(fd=0):
    parts = []
    while data := os.read(fd, 65536):
        parts.append(data)
    return b"".join(parts)


def _inputs(name, files):
    # (name, bytes) of each file, standard input where there is none.
    for file in files or ["-"]:
        if file == "-":
            yield "", _all()
            continue
        try:
            with open(file, "rb") as opened:
                yield file, opened.read()
        except OSError as error:
            _err(f"{name}: {file}: {error.strerror}\n")
            yield file, None


def _flags(name, words, known):
    flags, rest = "", []
    for index, word in enumerate(words):
        if word == "--":
            rest += words[index + 1 :]
            break
        if word.startswith("-") and len(word) > 1 and not word[1:].isdigit():
            for flag in word[1:]:
                if flag not in known:
                    import _programs

                    _programs.refuse(f"{name}'s option {word}")
                flags += flag
        else:
            rest.append(word)
    return flags, rest


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b"}


def _unescaped(text):
    result, rest = [], iter(text)
    for c in rest:
        if c == "\\":
            after = next(rest, "")
            result.append(_ESCAPES.get(after, "\\" + after))
        else:
            result.append(c)
    return "".join(result)


def echo(words):
    newline, escapes = "\n", False
    while words and len(words[0]) > 1 and words[0][0] == "-" and set(words[0][1:]) <= set("neE"):
        flags = words.pop(0)[1:]
        newline = "" if "n" in flags else newline
        escapes = "e" in flags or escapes
    text = " ".join(words)
    _out((_unescaped(text) if escapes else text) + newline)
    return 0


def printf(words):
    if not words:
        return _err("printf: missing operand\n")
    pattern, values = _unescaped(words[0]), words[1:]
    while True:
        pieces, at = [], 0
        used = False
        while at < len(pattern):
            c = pattern[at]
            if c != "%":
                pieces.append(c)
                at += 1
                continue
            end = at + 1
            while end < len(pattern) and pattern[end] in "-+ 0123456789.":
                end += 1
            kind = pattern[end : end + 1]
            if kind == "%":
                pieces.append("%")
            else:
                value = values.pop(0) if values else ""
                used = True
                if kind in ("d", "i", "x", "o"):
                    value = int(value or 0)
                elif kind in ("f", "e", "g"):
                    value = float(value or 0)
                pieces.append(pattern[at : end + 1] % value)
            at = end + 1
        _out("".join(pieces))
        if not values or not used:
            return 0


_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def sleep(words):
    total = 0.0
    for word in words:
        unit = _UNITS.get(word[-1:])
        try:
            total += float(word[:-1] if unit else word) * (unit or 1)
        except ValueError:
            _err(f"sleep: invalid time interval '{word}'\nTry 'sleep --help' for more information.\n")
            return 1
    if not words:
        return _err("sleep: missing operand\nTry 'sleep --help' for more information.\n")
    time.sleep(total)
    return 0


def cat(words):
    flags, files = _flags("cat", words, "n")
    code, number = 0, 0
    for file in files or ["-"]:
        if file == "-" and not flags:
            while data := os.read(0, 65536):
                _out(data)
            continue
        for _, data in _inputs("cat", [file]):
            if data is None:
                code = 1
            elif flags:
                for line in data.splitlines(True):
                    number += 1
                    _out(b"%6d\t%s" % (number, line))
            else:
                _out(data)
    return code


def ls(words):
    flags, folders = _flags("ls", words, "la1")
    code = 0
    for folder in folders or ["."]:
        try:
            names = [folder] if os.path.isfile(folder) else sorted(os.listdir(folder))
        except OSError as error:
            _err(f"ls: cannot access '{folder}': {error.strerror}\n")
            code = 2
            continue
        if "a" in flags:
            names = [".", "..", *names]
        else:
            names = [name for name in names if not name.startswith(".")]
        if len(folders) > 1:
            _out(f"{folder}:\n")
        for name in names:
            if "l" in flags:
                state = os.stat(os.path.join(folder, name) if os.path.isdir(folder) else name)
                kind = "drwxr-xr-x" if os.path.isdir(os.path.join(folder, name)) else "-rw-r--r--"
                when = time.strftime("%b %e %H:%M", time.localtime(state.st_mtime))
                _out(f"{kind} 1 user user {state.st_size:5} {when} {name}\n")
            else:
                _out(name + "\n")
    return code


def pwd(words):
    _out(os.getcwd() + "\n")
    return 0


def date(words):
    pattern = words[0][1:] if words and words[0].startswith("+") else "%a %b %e %H:%M:%S %Z %Y"
    _out(time.strftime(pattern) + "\n")
    return 0


def _counted(name, words):
    count, rest = 10, []
    words = list(words)
    while words:
        word = words.pop(0)
        if word == "-n" and words:
            count = int(words.pop(0))
        elif word.startswith("-n") or word[:1] == "-" and word[1:].isdigit():
            count = int(word.lstrip("-n"))
        else:
            rest.append(word)
    return count, rest


def head(words):
    count, files = _counted("head", words)
    code = 0
    for _, data in _inputs("head", files):
        code = 1 if data is None else code
        _out(b"".join((data or b"").splitlines(True)[:count]))
    return code


def tail(words):
    count, files = _counted("tail", words)
    code = 0
    for _, data in _inputs("tail", files):
        code = 1 if data is None else code
        _out(b"".join((data or b"").splitlines(True)[-count:]))
    return code


def wc(words):
    flags, files = _flags("wc", words, "lwc")
    code = 0
    for file, data in _inputs("wc", files):
        if data is None:
            code = 1
            continue
        figures = {"l": data.count(b"\n"), "w": len(data.split()), "c": len(data)}
        shown = [figures[flag] for flag in "lwc" if flag in (flags or "lwc")]
        wide = 7 if len(shown) > 1 and not files else len(str(max(shown))) if len(shown) > 1 else 1
        line = " ".join(f"{figure:{wide}}" for figure in shown)
        _out(f"{line} {file}\n" if file else f"{line}\n")
    return code


def sort(words):
    flags, files = _flags("sort", words, "rnu")
    lines = []
    for _, data in _inputs("sort", files):
        if data is None:
            return 2
        lines += data.decode().splitlines()
    if "n" in flags:
        lines.sort(key=lambda line: (float((line.split() or ["0"])[0]), line))
    else:
        lines.sort()
    if "u" in flags:
        lines = list(dict.fromkeys(lines))
    if "r" in flags:
        lines.reverse()
    _out("".join(line + "\n" for line in lines))
    return 0


def grep(words):
    import re

    flags, rest = _flags("grep", words, "ivcnEq")
    if not rest:
        return 2
    pattern = re.compile(rest[0], re.I if "i" in flags else 0)
    found = 0
    for file, data in _inputs("grep", rest[1:]):
        if data is None:
            return 2
        for number, line in enumerate(data.decode().splitlines(), 1):
            if bool(pattern.search(line)) == ("v" in flags):
                continue
            found += 1
            if not set(flags) & {"c", "q"}:
                _out((f"{file}:" if len(rest) > 2 else "") + (f"{number}:" if "n" in flags else "") + line + "\n")
    if "c" in flags:
        _out(f"{found}\n")
    return 0 if found else 1


def seq(words):
    numbers = [float(word) if "." in word else int(word) for word in words]
    first, step, last = {1: (1, 1), 2: (numbers[0], 1)}.get(len(numbers), tuple(numbers[:2])) + (numbers[-1],)
    while step > 0 and first <= last or step < 0 and first >= last:
        _out(f"{first}\n")
        first += step
    return 0


def env(words):
    if words:
        import _programs

        _programs.refuse("env with a command")
    for name, value in os.environ.items():
        _out(f"{name}={value}\n")
    return 0


def tr(words):
    flags, sets = _flags("tr", words, "ds")
    text = _all().decode()

    def spread(chars):
        result, at = "", 0
        chars = _unescaped(chars)
        while at < len(chars):
            if chars[at + 1 : at + 2] == "-" and at + 2 < len(chars):
                result += "".join(map(chr, range(ord(chars[at]), ord(chars[at + 2]) + 1)))
                at += 3
            else:
                result += chars[at]
                at += 1
        return result

    named = {"[:lower:]": "a-z", "[:upper:]": "A-Z", "[:digit:]": "0-9"}
    sets = [spread(named.get(chars, chars)) for chars in sets]
    if "d" in flags:
        text = "".join(c for c in text if c not in sets[0])
    else:
        to = sets[1] + sets[1][-1] * max(0, len(sets[0]) - len(sets[1]))
        text = text.translate(str.maketrans(sets[0], to[: len(sets[0])]))
    _out(text)
    return 0


def _says(text):
    def program(words):
        _out(text() + "\n")
        return 0

    return program


def uname(words):
    known = os.uname()
    if not words or words == ["-s"]:
        shown = known[0]
    elif words == ["-a"]:
        shown = " ".join(known) + " GNU/Linux"
    else:
        shown = known[{"-n": 1, "-r": 2, "-v": 3, "-m": 4}[words[0]]]
    _out(shown + "\n")
    return 0


def true(words):
    return 0


def false(words):
    return 1


PROGRAMS = {
    program.__name__: program
    for program in (echo, printf, sleep, cat, ls, pwd, date, head, tail, wc, sort, grep, seq, env, tr, uname, true, false)
}
PROGRAMS["whoami"] = _says(os.getlogin)
PROGRAMS["hostname"] = _says(lambda: os.uname()[1])
PROGRAMS["nproc"] = _says(lambda: str(os.cpu_count()))
PROGRAMS["clear"] = true
