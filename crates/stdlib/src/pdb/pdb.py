"""`pdb` without a terminal: a stop at `breakpoint()`, commands from the script's input. Source of the rules: CPython 3.11, Lib/pdb.py.
"""

import linecache
import os
import sys
from bdb import BdbQuit

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace", "post_mortem", "help"]

_STEPS = "step s next n return r until unt jump j break b tbreak cl clear up u down d run restart debug commands condition ignore interact source display undisplay alias unalias rv retval help h".split()
_BRANCHES = ("else", "elif", "except", "finally", "case")


def _indent(line):
    return len(line) - len(line.lstrip())


def _following(lines, at):
    """The statement after the one at this index, in its block or around it; None where the function returns."""
    while True:
        indent = _indent(lines[at])
        for index in range(at + 1, len(lines)):
            text = lines[index].strip()
            if not text or text.startswith("#") or _indent(lines[index]) > indent:
                continue
            if _indent(lines[index]) < indent:
                break
            if not text.startswith(_BRANCHES):
                return index
        header = at
        while header >= 0 and (not lines[header].strip() or _indent(lines[header]) >= indent):
            header -= 1
        if header < 0:
            return None
        word = lines[header].split()[0].rstrip(":")
        if word in ("for", "while"):
            return header
        if word in ("def", "async", "class"):
            return None
        at = header


class Pdb:
    prompt = "(Pdb) "

    def __init__(self, completekey="tab", stdin=None, stdout=None, skip=None, nosigint=False, readrc=True):
        self._stdin = stdin
        self._stdout = stdout
        self.lastcmd = ""

    def message(self, text, end="\n"):
        print(text, end=end, file=self._stdout or sys.stdout)

    def error(self, text):
        self.message("*** " + text)

    def set_trace(self, frame=None):
        frame = frame or sys._getframe()
        self._frames = []
        while frame is not None:
            self._frames.insert(0, (frame, frame.f_lineno))
            frame = frame.f_back
        frame, line = self._frames[-1]
        lines = linecache.getlines(frame.f_code.co_filename)
        following = _following(lines, line - 1)
        self._note = ""
        if following is None:
            self.message("--Return--")
            self._note = "->None"
        else:
            self._frames[-1] = (frame, following + 1)
        self.curframe = frame
        self._listed = None
        self._entry(self._frames[-1])
        self._interact()

    def _entry(self, entry):
        frame, line = entry
        is_current = frame is self.curframe
        code = frame.f_code
        file = os.path.abspath(code.co_filename)
        text = linecache.getline(code.co_filename, line).strip()
        note = self._note if is_current else ""
        self.message("%s%s(%d)%s()%s" % ("> " if is_current else "  ", file, line, code.co_name, note) + ("\n-> " + text if text else ""))

    def _interact(self):
        while True:
            self.message(self.prompt, end="")
            (self._stdout or sys.stdout).flush()
            line = (self._stdin or sys.stdin).readline()
            if not line:
                self.message("")
                raise BdbQuit
            line = line.strip() or self.lastcmd
            self.lastcmd = line
            if self._command(line):
                return

    def _command(self, line):
        if not line:
            return False
        word, _, rest = line.partition(" ")
        rest = rest.strip()
        if line.startswith("!"):
            self._execute(line[1:].strip())
        elif word in ("c", "cont", "continue"):
            return True
        elif word in ("q", "quit", "exit"):
            raise BdbQuit
        elif word == "EOF":
            self.message("")
            raise BdbQuit
        elif word in ("w", "where", "bt"):
            for entry in self._frames:
                self._entry(entry)
        elif word in ("p", "pp", "whatis"):
            self._print(word, rest)
        elif word in ("l", "list", "ll", "longlist"):
            self._list(word, rest)
        elif word in ("a", "args"):
            code, names = self.curframe.f_code, self.curframe.f_locals
            count = code.co_argcount + code.co_kwonlyargcount
            for name in code.co_varnames[:count]:
                self.message("%s = %r" % (name, names[name]) if name in names else "%s = *** undefined ***" % name)
        elif word in _STEPS and not rest.startswith(("=", ".", "(", "[")):
            sys._refuse("pdb's command %r: a run is watched on its timeline" % word)
        else:
            self._execute(line)
        return False

    def _spaces(self):
        return self.curframe.f_globals, self.curframe.f_locals

    def _wrong(self):
        import traceback

        self.error(traceback.format_exception_only(sys.exc_info()[1])[-1].strip())

    def _print(self, word, text):
        try:
            value = eval(text, *self._spaces())
        except Exception:
            self._wrong()
            return
        if word == "p":
            self.message(repr(value))
        elif word == "pp":
            import pprint

            self.message(pprint.pformat(value))
        elif isinstance(value, type):
            self.message("Class %s.%s" % (value.__module__, value.__qualname__))
        elif hasattr(value, "__code__"):
            self.message("Function %s" % value.__code__.co_name)
        else:
            self.message(type(value))

    def _execute(self, text):
        spaces = self._spaces()
        try:
            try:
                code = compile(text, "<stdin>", "eval")
            except SyntaxError:
                exec(compile(text + "\n", "<stdin>", "exec"), *spaces)
                return
            value = eval(code, *spaces)
            if value is not None:
                self.message(repr(value))
        except Exception:
            self._wrong()

    def _list(self, word, rest):
        frame, current = self._frames[-1]
        lines = linecache.getlines(frame.f_code.co_filename)
        first = self._listed + 1 if self._listed and rest != "." else max(1, current - 5)
        last = first + 10
        if word.startswith("ll") or word == "longlist":
            first, last = 1, len(lines)
        elif rest and rest != ".":
            try:
                numbers = [int(number) for number in rest.split(",")]
            except ValueError:
                self.error("Error in argument: %r" % rest)
                return
            first = max(1, numbers[0] - 5) if len(numbers) == 1 else numbers[0]
            last = first + 10 if len(numbers) == 1 else numbers[1] if numbers[1] >= first else first + numbers[1]
        for number in range(first, min(last, len(lines)) + 1):
            mark = str(number).rjust(3)
            mark += "  " if len(mark) < 4 else " "
            mark += "->" if number == current else ""
            self.message(mark + "\t" + lines[number - 1].rstrip())
        if not word.startswith("ll") and len(lines) < last:
            self.message("[EOF]")
        self._listed = min(last, len(lines))

    def _refused(self, *args, **kwargs):
        sys._refuse("pdb beyond breakpoint() and set_trace(): a run is watched on its timeline")

    run = runcall = runeval = runctx = set_break = _refused


def set_trace(*, header=None):
    debugger = Pdb()
    if header is not None:
        debugger.message(header)
    debugger.set_trace(sys._getframe())


def run(*args, **kwargs):
    Pdb()._refused()


runcall = runeval = runctx = post_mortem = pm = help = run
