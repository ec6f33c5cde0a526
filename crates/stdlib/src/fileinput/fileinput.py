"""`fileinput`: the lines of several files, or of standard input, one after the other.
"""

import sys

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    global _state
    if _state is not None and _state._file is not None:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def _active():
    if _state is None:
        raise RuntimeError("no active input()")
    return _state


def close():
    global _state
    state, _state = _state, None
    if state is not None:
        state.close()


def nextfile():
    return _active().nextfile()


def filename():
    return _active().filename()


def lineno():
    return _active().lineno()


def filelineno():
    return _active().filelineno()


def isfirstline():
    return _active().isfirstline()


def isstdin():
    return _active().isstdin()


class FileInput:
    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if inplace:
            import _disk

            _disk.refuse("fileinput with inplace=True")
        if isinstance(files, str) or hasattr(files, "__fspath__"):
            files = (files,)
        self._files = list(sys.argv[1:] or ("-",) if files is None else files) or ["-"]
        self._mode, self._hook, self._encoding, self._errors = mode, openhook, encoding, errors
        self._file = self._name = None
        self._line = self._file_line = 0

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        self.nextfile()
        self._files = []

    def nextfile(self):
        file, self._file = self._file, None
        if file is not None and file is not sys.stdin:
            file.close()

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return ""
                name = self._files.pop(0)
                self._name, self._file_line = ("<stdin>", 0) if name == "-" else (name, 0)
                if name == "-":
                    self._file = sys.stdin
                elif self._hook is not None:
                    self._file = self._hook(name, self._mode)
                else:
                    self._file = open(name, self._mode, encoding=self._encoding, errors=self._errors)
            line = self._file.readline()
            if line:
                self._line += 1
                self._file_line += 1
                return line
            self.nextfile()

    def filename(self):
        return self._name

    def lineno(self):
        return self._line

    def filelineno(self):
        return self._file_line

    def isfirstline(self):
        return self._file_line == 1

    def isstdin(self):
        return self._name == "<stdin>"

    def fileno(self):
        return -1 if self._file is None else self._file.fileno()
