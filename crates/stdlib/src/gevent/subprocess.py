"""`gevent.subprocess`: programs that are waited for while other greenlets go on."""

import os as _os
import subprocess as _subprocess

import _programs
from gevent.hub import get_hub, get_hub_if_exists
from gevent.select import select as _select
from subprocess import (
    DEVNULL,
    PIPE,
    STDOUT,
    CalledProcessError,
    CompletedProcess,
    SubprocessError,
    TimeoutExpired,
    list2cmdline,
)

__all__ = [
    "Popen", "call", "check_call", "check_output", "run", "CompletedProcess", "PIPE", "STDOUT", "CalledProcessError",
    "DEVNULL", "getstatusoutput", "getoutput", "SubprocessError", "TimeoutExpired",
]

_own_process = _os.getpid()
_readable = _programs.readable


def _ready(fds, left):
    # A copy of this process has no loop of its own.
    if get_hub_if_exists() is None or _os.getpid() != _own_process:
        return _readable(fds, left)
    return _select(fds, [], [], left)[0]


_programs.readable = _ready


class _Reader:
    """A program's output; reading waits in a real thread."""

    def __init__(self, stream):
        self._stream = stream

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def read(self, *args):
        return get_hub().threadpool.apply(self._stream.read, args)

    def readline(self, *args):
        return get_hub().threadpool.apply(self._stream.readline, args)

    def readlines(self, *args):
        return get_hub().threadpool.apply(self._stream.readlines, args)

    def __iter__(self):
        while line := self.readline():
            yield line

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self._stream.close()


class Popen(_subprocess.Popen):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("stdout", "stderr"):
            stream = getattr(self, name)
            if stream is not None:
                setattr(self, name, _Reader(stream))

    def _reap(self, options, timeout):
        if options or self.returncode is not None:
            return super()._reap(options, timeout)
        return get_hub().threadpool.apply(super()._reap, (options, timeout))

    def rawlink(self, callback):
        get_hub().threadpool.spawn(super()._reap, 0, None).rawlink(lambda _: callback(self))


def run(*args, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*args, **kwargs) as process:
        try:
            out, err = process.communicate(input, timeout=timeout)
        except BaseException:
            process.kill()
            process.wait()
            raise
        code = process.poll()
    if check and code:
        raise CalledProcessError(code, process.args, output=out, stderr=err)
    return CompletedProcess(process.args, code, out, err)


def call(*args, timeout=None, **kwargs):
    with Popen(*args, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            process.wait()
            raise


def check_call(*args, **kwargs):
    code = call(*args, **kwargs)
    if code:
        raise CalledProcessError(code, kwargs.get("args", args[0] if args else None))
    return 0


def check_output(*args, timeout=None, **kwargs):
    if "stdout" in kwargs:
        raise ValueError("stdout argument not allowed, it will be overridden.")
    return run(*args, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, **kwargs):
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, **kwargs)
    return done.returncode, done.stdout[:-1] if done.stdout[-1:] == "\n" else done.stdout


def getoutput(cmd, **kwargs):
    return getstatusoutput(cmd, **kwargs)[1]
