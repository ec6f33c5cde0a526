"""`os`: what a process knows of itself and its machine. Part of `os`.
"""


def getcwd():
    return _disk.getcwd()


def getcwdb():
    return _disk.getcwd().encode()


def chdir(path):
    _disk.chdir(_text(path, "chdir"))


def umask(mask, /):
    return _disk.umask(mask)


def strerror(code, /):
    return _disk.strerror(code)


def getlogin():
    return "user"


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getgroups():
    return [1000]


def getpgid(pid):
    return getppid()


def getpgrp():
    return getppid()


def getsid(pid, /):
    return getppid()


def process_cpu_count():
    return cpu_count()


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def sched_setaffinity(pid, mask, /):
    pass


def nice(increment, /):
    return max(0, min(19, increment))


def getpriority(which, who):
    return 0


def getloadavg():
    return (0.0, 0.0, 0.0)


def _record(kind, names):
    # A tuple class with named fields.
    def represent(self):
        fields = ", ".join([f"{field}={value!r}" for field, value in zip(names, self)])
        return f"{kind}({fields})"

    body = {"__module__": kind.split(".")[0], "__repr__": represent}
    for index, field in enumerate(names):
        body[field] = property(lambda self, index=index: self[index])
    return type(kind.split(".")[1], (tuple,), body)


uname_result = _record("posix.uname_result", ("sysname", "nodename", "release", "version", "machine"))
times_result = _record("posix.times_result", ("user", "system", "children_user", "children_system", "elapsed"))
terminal_size = _record("os.terminal_size", ("columns", "lines"))


def uname():
    return uname_result(("Linux", "interleave", "6.1.0", "#1 SMP", "x86_64"))


def times():
    import time

    return times_result((round(time.process_time(), 2), 0.0, 0.0, 0.0, round(time.monotonic(), 2)))


def get_terminal_size(fd=1, /):
    if not isatty(fd):
        raise OSError(25, "Inappropriate ioctl for device")
    return terminal_size((80, 24))


def sysconf(name, /):
    known = {"SC_PAGE_SIZE": 4096, "SC_PAGESIZE": 4096, "SC_NPROCESSORS_ONLN": cpu_count(), "SC_CLK_TCK": 100}
    known["SC_NPROCESSORS_CONF"] = cpu_count()
    known["SC_PHYS_PAGES"] = 2_097_152
    if name not in known:
        raise ValueError("unrecognized configuration name")
    return known[name]


def _refused(what):
    def refuse(*args, **kwargs):
        _disk.refuse(what)

    return refuse


def system(command):
    import subprocess

    code = subprocess.call(command, shell=True)
    return code << 8 if code >= 0 else -code


def popen(cmd, mode="r", buffering=-1):
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess

    pipe = {"stdout" if mode == "r" else "stdin": subprocess.PIPE}
    process = subprocess.Popen(cmd, shell=True, text=True, bufsize=buffering, **pipe)
    return _PopenFile(process.stdout if mode == "r" else process.stdin, process)


class _PopenFile:
    # The file of a pipe whose close() gives the program's status.
    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def close(self):
        self._stream.close()
        code = self._process.wait()
        return None if code == 0 else code << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


WNOHANG = 1
WUNTRACED = 2
WCONTINUED = 8
EX_OK = 0
_before_fork, _after_fork_in_parent, _after_fork_in_child = [], [], []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    if before is None and after_in_child is None and after_in_parent is None:
        raise TypeError("At least one argument is required.")
    for hook, hooks in (
        (before, _before_fork),
        (after_in_child, _after_fork_in_child),
        (after_in_parent, _after_fork_in_parent),
    ):
        if hook is None:
            continue
        if not callable(hook):
            raise TypeError("'%s' must be callable, not %s" % ("before", type(hook).__name__))
        hooks.append(hook)


def _run_hooks(hooks):
    for hook in hooks:
        try:
            hook()
        except BaseException as error:
            import _start

            _start.print_exception(error, f"Exception ignored in: {hook!r}\n")


def fork(_name="fork"):
    _run_hooks(_before_fork[::-1])
    pid = _fork(_name)
    if pid == 0:
        import threading

        threading._after_fork()
        _renew_random()
        _run_hooks(_after_fork_in_child)
    else:
        _run_hooks(_after_fork_in_parent)
        _warn_of_threads()
    return pid


def _renew_random():
    # The shared generator of a copied process draws other numbers, even where it was seeded.
    import sys

    random = sys.modules.get("random")
    if random is not None:
        random._inst.seed()


def _warn_of_threads():
    import sys
    import threading

    if sys.version_info[1] >= 12 and threading.active_count() > 1:
        import warnings

        warnings.warn(
            f"This process (pid={getpid()}) is multi-threaded, use of fork() may lead to deadlocks in the child.",
            DeprecationWarning,
            stacklevel=2,
        )


def waitpid(pid, options, /):
    return _await(pid, options, None)


def wait():
    return _await(-1, 0, None)


def wait3(options):
    return (*_await(-1, options, None), None)


def wait4(pid, options):
    return (*_await(pid, options, None), None)


def WIFEXITED(status):
    return status & 0x7F == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    return status & 0x7F != 0 and status & 0x7F != 0x7F


def WTERMSIG(status):
    return status & 0x7F


def WIFSTOPPED(status):
    return status & 0xFF == 0x7F


def WIFCONTINUED(status):
    return status == 0xFFFF


def WSTOPSIG(status):
    return status >> 8 & 0xFF


def WCOREDUMP(status):
    return bool(status & 0x80)


def waitstatus_to_exitcode(status):
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    if WIFSTOPPED(status):
        raise ValueError(f"process stopped by delivery of signal {WSTOPSIG(status)}")
    raise ValueError(f"invalid wait status: {status}")


def kill(pid, signal, /):
    number = int(signal)
    if not 0 <= number <= 64:
        raise OSError(22, "Invalid argument")
    if pid == getpid():
        import signal

        if number:
            signal._send(number, True)
    elif pid == 0 or pid < -1:
        killpg(0, number)
    else:
        _kill(pid, number)


def killpg(pgid, signal, /):
    own = getpid()
    for pid in _pids():
        if pid != own:
            _kill(pid, int(signal))
    kill(own, signal)


def abort():
    _die(6)


def dup(fd, /):
    return _disk.dup(fd, 0)


def dup2(fd, fd2, inheritable=True):
    return _disk.dup2(fd, fd2)


def get_blocking(fd, /):
    return _disk.blocking(fd, None)


def set_blocking(fd, blocking, /):
    _disk.blocking(fd, bool(blocking))


def get_inheritable(fd, /):
    _disk.fstat(fd)
    return False


def set_inheritable(fd, inheritable, /):
    _disk.fstat(fd)


def pipe2(flags, /):
    ends = _disk.pipe()
    if flags & 0o4000:
        for fd in ends:
            _disk.blocking(fd, False)
    return ends


def closerange(fd_low, fd_high, /):
    for fd in range(fd_low, min(fd_high, 1024)):
        try:
            _disk.close(fd)
        except OSError:
            pass


execv = execve = execvp = execvpe = execl = execlp = _refused("os.exec: there is no program to run")
spawnl = spawnv = spawnlp = spawnvp = _refused("os.spawn: there is no program to run")
