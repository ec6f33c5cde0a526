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
    # The one command that scripts run for its looks.
    if command.strip() != "clear":
        _disk.refuse("os.system(): there is no shell to run a command")
    return 0


popen = _refused("os.popen(): there is no shell to run a command")
fork = _refused("os.fork()")


def kill(pid, sig, /):
    if pid != getpid():
        raise ProcessLookupError(3, "No such process")
    import signal

    if sig:
        signal._send(sig, True)


killpg = _refused("os.killpg()")
abort = _refused("os.abort()")
waitpid = _refused("os.waitpid()")
wait = _refused("os.wait()")
dup = _refused("os.dup()")
dup2 = _refused("os.dup2()")
execv = execve = execvp = execvpe = execl = execlp = _refused("os.exec: there is no program to run")
spawnl = spawnv = spawnlp = spawnvp = _refused("os.spawn: there is no program to run")
