"""`open` and `input`. Part of `io`.
"""


def _path(file):
    if isinstance(file, str):
        path = file
    elif isinstance(file, bytes):
        path = file.decode()
    elif hasattr(file, "__fspath__"):
        path = _path(file.__fspath__())
    else:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    if "\0" in path:
        raise ValueError("embedded null byte")
    return path


def open(
    file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None
):
    if not isinstance(file, (str, bytes, int)):
        file = _path(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    for c in mode:
        if c not in "rwxabt+" or mode.count(c) > 1:
            raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in mode
    if binary and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = [c for c in mode if c in "rwxa"]
    if len(kinds) != 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus"
            if not kinds else "must have exactly one of create/read/write/append mode")
    if binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'a' if name == 'newline' else 'an'} {name} argument")
    elif encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"open() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    updating = "+" in mode
    raw = FileIO(file, kinds[0] + ("+" if updating else ""), closefd, opener)
    try:
        if buffering == 0:
            if binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        if updating:
            buffer = BufferedRandom(raw)
        elif kinds[0] == "r":
            buffer = BufferedReader(raw)
        else:
            buffer = BufferedWriter(raw)
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
    except BaseException:
        raw.close()
        raise
    text.mode = mode
    return text


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


open_code = open


def _input(prompt="", /):
    import sys

    stdout, stdin = sys.stdout, sys.stdin
    if stdin is None:
        raise RuntimeError("input(): lost sys.stdin")
    stdout.write(str(prompt))
    stdout.flush()
    line = stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line[:-1] if line.endswith("\n") else line


_disk.entitle((FileIO, BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper, BytesIO, StringIO))
_disk.adopt(TextIOWrapper, BufferedReader, BufferedWriter)
