"""`subprocess`: other programs of the simulated machine, started, talked to and awaited.

Programs are processes of the machine that run `_programs`; Python among them. A comment `# @n` names the line that
CPython 3.11 shows in tracebacks. Over 400 lines because `Popen` is one class with all of its parts.
"""

import io
import os
import signal
import time

import _programs

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def list2cmdline(seq):
    result = []
    for word in map(os.fsdecode, seq):
        quoted = not word or " " in word or "\t" in word
        word = word.replace('"', '\\"')
        result.append(f'"{word}"' if quoted else word)
    return " ".join(result)


def _words(args):
    if isinstance(args, (str, bytes)) or hasattr(args, "__fspath__"):
        return [os.fsdecode(args)]
    words = []
    for word in args:
        if not isinstance(word, (str, bytes)) and not hasattr(word, "__fspath__"):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(word).__name__}")  # @1837
        words.append(os.fsdecode(word))
    return words


class Popen:
    _child_created = False

    def __init__(
        self,
        args,
        bufsize=-1,
        executable=None,
        stdin=None,
        stdout=None,
        stderr=None,
        preexec_fn=None,
        close_fds=True,
        shell=False,
        cwd=None,
        env=None,
        universal_newlines=None,
        startupinfo=None,
        creationflags=0,
        restore_signals=True,
        start_new_session=False,
        pass_fds=(),
        *,
        user=None,
        group=None,
        extra_groups=None,
        encoding=None,
        errors=None,
        text=None,
        umask=-1,
        pipesize=-1,
        process_group=None,
    ):
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError(
                "Cannot disambiguate when both text and universal_newlines are supplied but different. "
                "Pass one or the other."
            )
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if preexec_fn is not None:
            _programs.refuse("subprocess.Popen(preexec_fn=): code between fork and exec")
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = self.returncode = None
        self.encoding, self.errors = encoding, errors
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self.pipesize = pipesize
        self._communicated = None
        words = _words(args)
        if shell:
            words = ["/bin/sh", "-c", *words]
            if executable is not None:
                words[0] = os.fsdecode(executable)
        program = words[0] if executable is None or shell else os.fsdecode(executable)
        if not words or not program:
            raise IndexError("list index out of range") if not words else PermissionError(
                13, "Permission denied", program
            )
        opened, mine, inherited = [], [None, None, None], []
        try:
            for number, asked in enumerate((stdin, stdout, stderr)):
                inherited.append((self._end_for(number, asked, inherited, opened, mine), number))
            inherited += [(fd, fd) for fd in pass_fds]
            if cwd is not None and not os.path.isdir(cwd):
                code = 20 if os.path.exists(cwd) else 2
                raise OSError(code, os.strerror(code), os.fspath(cwd))  # @1955
            found = _programs.find(program, os.environ if env is None else env)
            if found is None:
                raise FileNotFoundError(2, "No such file or directory", program)  # @1955
            if found == "":
                raise PermissionError(13, "Permission denied", program)  # @1955
            self.pid = _programs.start(
                program,
                words,
                inherited,
                cwd and os.path.abspath(os.fsdecode(cwd)),
                dict(os.environ if env is None else env),
            )
        except BaseException:
            for fd in mine:
                if fd is not None:
                    os.close(fd)
            raise
        finally:
            for fd in opened:
                os.close(fd)
        self._child_created = True
        _active.append(self)
        self.stdin = self._file(mine[0], "wb", bufsize)
        self.stdout = self._file(mine[1], "rb", bufsize)
        self.stderr = self._file(mine[2], "rb", bufsize)

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)

    def __repr__(self):
        return f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"

    def _end_for(self, number, asked, inherited, opened, mine):
        # The descriptor that the program gets under `number`.
        if asked is None:
            if number == 1 and os.isatty(1):
                import sys

                sys.stdout.flush() if sys.stdout.line_buffering else None
            return number
        if asked == PIPE:
            read, write = os.pipe()
            theirs, mine[number] = (read, write) if number == 0 else (write, read)
            opened.append(theirs)
            return theirs
        if asked == DEVNULL:
            null = os.open(os.devnull, os.O_RDWR)
            opened.append(null)
            return null
        if asked == STDOUT:
            if number != 2:
                raise ValueError("STDOUT can only be used for stderr")
            return inherited[1][0]
        return asked if isinstance(asked, int) else asked.fileno()

    def _file(self, fd, mode, bufsize):
        if fd is None:
            return None
        raw = io.open(fd, mode, 1024 if self.text_mode and bufsize in (0, 1) else bufsize)
        if not self.text_mode:
            return raw
        if mode == "rb":
            return io.TextIOWrapper(raw, encoding=self.encoding, errors=self.errors)
        return io.TextIOWrapper(
            raw,
            encoding=self.encoding,
            errors=self.errors,
            write_through=bufsize in (0, 1, -1) and bufsize != -1,
            line_buffering=bufsize == 1,
        )

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    def _reap(self, options, timeout):
        if self.returncode is None:
            try:
                pid, status = os._await(self.pid, options, timeout)
            except ChildProcessError:
                pid, status = self.pid, 0
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
                if self in _active:
                    _active.remove(self)
        return self.returncode

    def poll(self):
        return self._reap(os.WNOHANG, None)

    def wait(self, timeout=None):
        if self._reap(0, timeout) is None:
            raise TimeoutExpired(self.args, timeout)  # @2009
        return self.returncode

    def send_signal(self, sig):
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    def communicate(self, input=None, timeout=None):
        if self._communicated is not None and input:
            raise ValueError("Cannot send input after starting communication")
        if self._communicated is None:
            data = b"" if input is None else input
            if self.stdin is not None and self.text_mode:
                if not isinstance(data, bytes) or input is None:
                    data = (input or "").replace("\n", os.linesep).encode(
                        self.stdin.encoding, self.stdin.errors or "strict"
                    )
            self._communicated = [bytes(data) if self.stdin is not None else b"", [], []]
            if self.stdin is not None:
                self.stdin.flush()
        until = None if timeout is None else time.monotonic() + timeout
        self._exchange(until, timeout)
        self.wait(None if until is None else max(0, until - time.monotonic()))
        texts = [self._text(stream, parts) for stream, parts in zip((self.stdout, self.stderr), self._communicated[1:])]
        for stream in (self.stdin, self.stdout, self.stderr):
            if stream is not None:
                stream.close()
        return tuple(texts)

    def _text(self, stream, parts):
        if stream is None:
            return None
        data = b"".join(parts)
        if not self.text_mode:
            return data
        text = data.decode(stream.encoding, stream.errors or "strict")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _exchange(self, until, timeout):
        # Feeds the program and drains it, whichever it is ready for, so that neither waits for the other.
        rest, *kept = self._communicated
        reading = {}
        for stream, parts in zip((self.stdout, self.stderr), kept):
            if stream is not None and not stream.closed:
                reading[stream.fileno()] = (stream, parts)
        writing = self.stdin is not None and not self.stdin.closed
        if writing:
            os.set_blocking(self.stdin.fileno(), False)
        while reading or writing:
            if writing:
                try:
                    if rest:
                        sent = os.write(self.stdin.fileno(), rest[:4096])
                        rest = self._communicated[0] = rest[sent:]
                    if not rest:
                        writing = False
                        self.stdin.close()
                    continue
                except BlockingIOError:
                    pass
                except BrokenPipeError:
                    writing = False
                    try:
                        self.stdin.close()
                    except BrokenPipeError:
                        pass
                    continue
            left = None if until is None else until - time.monotonic()
            if left is not None and left <= 0:
                raise TimeoutExpired(  # @1275
                    self.args,
                    timeout,
                    output=b"".join(kept[0]) if kept[0] else None,
                    stderr=b"".join(kept[1]) if kept[1] else None,
                )
            if writing:
                left = 0.001 if left is None else min(left, 0.001)
            for fd in _programs.readable(list(reading), left):
                data = os.read(fd, 32768)
                stream, parts = reading[fd]
                if data:
                    parts.append(data)
                else:
                    del reading[fd]


_active = []


def _cleanup():
    for process in list(_active):
        process.poll()


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:  # @548
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)  # @550
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)  # @571
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:  # @389
        try:
            return process.wait(timeout=timeout)  # @391
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    code = call(*popenargs, **kwargs)  # @408
    if code:
        cmd = kwargs.get("args")
        raise CalledProcessError(code, popenargs[0] if cmd is None else cmd)  # @413
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        kwargs["input"] = "" if kwargs.get("universal_newlines") or kwargs.get("text") else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout  # @466


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        output = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        code = 0
    except CalledProcessError as error:
        output, code = error.output, error.returncode
    return code, output[:-1] if output[-1:] == "\n" else output


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


__all__ = [
    "Popen",
    "PIPE",
    "STDOUT",
    "call",
    "check_call",
    "getstatusoutput",
    "getoutput",
    "check_output",
    "run",
    "CalledProcessError",
    "DEVNULL",
    "SubprocessError",
    "TimeoutExpired",
    "CompletedProcess",
]
