"""`signal`: names, handlers and timers. Owns the handlers and the signals that are due.
"""

import os
import sys
import threading
import time
from enum import IntEnum


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64
    SIGCLD = 17
    SIGIOT = 6
    SIGPOLL = 29


class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


class Sigmasks(IntEnum):
    SIG_BLOCK = 0
    SIG_UNBLOCK = 1
    SIG_SETMASK = 2


for _names in (Signals, Handlers, Sigmasks):
    for _name, _value in _names.__members__.items():
        setattr(sys.modules["signal"], _name, _value)

NSIG = 65
ITIMER_REAL = 0
ITIMER_VIRTUAL = 1
ITIMER_PROF = 2
_TEXTS = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted", 7: "Bus error",
    8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault",
    12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 16: "Stack fault",
    17: "Child exited", 18: "Continued", 19: "Stopped (signal)", 20: "Stopped", 21: "Stopped (tty input)",
    22: "Stopped (tty output)", 23: "Urgent I/O condition", 24: "CPU time limit exceeded", 25: "File size limit exceeded",
    26: "Virtual timer expired", 27: "Profiling timer expired", 28: "Window changed", 29: "I/O possible",
    30: "Power failure", 31: "Bad system call",
}
_IGNORED_BY_DEFAULT = (17, 18, 23, 28)


os._handles_signals(lambda: _run_due())


class ItimerError(OSError):
    pass


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {2: default_int_handler, 13: Handlers.SIG_IGN}
_due = []


def _number(signalnum):
    number = int(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def _as_handler(value):
    if value == 0 or value == 1:
        return Handlers(value)
    return value


def signal(signalnum, handler):
    number = int(signalnum)
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if not _is_main():
        raise ValueError("signal only works in main thread of the main interpreter")
    number = _number(number)
    if number in (9, 19):
        raise OSError(22, "Invalid argument")
    before = _handlers.get(number, Handlers.SIG_DFL)
    handler = _handlers[number] = _as_handler(handler)
    os._dispose(number, int(handler) if isinstance(handler, Handlers) else 2)
    _runs_handlers(_run_due)
    return before


def getsignal(signalnum):
    return _handlers.get(_number(signalnum), Handlers.SIG_DFL)


def _run_due():
    _due.extend(os._due())
    while _due:
        _handle(_due.pop(0))
        _handled()


def _handle(number):
    handler = _handlers.get(number, Handlers.SIG_DFL)
    if isinstance(handler, Handlers):
        if handler is Handlers.SIG_IGN or number in _IGNORED_BY_DEFAULT:
            return
        os._die(number)
    try:
        frame = sys._getframe(0)
    except ValueError:
        # The library alone runs, in a greenlet of its own.
        frame = None
    handler(number, frame)


def _send(signalnum, to_main):
    number = _number(signalnum)
    if _is_main():
        _handle(number)
        return
    _due.append(number)
    _runs_handlers(_run_due)
    _pend(to_main)


def raise_signal(signalnum, /):
    # It goes to the calling thread: what the main thread is blocked in is not interrupted.
    _send(signalnum, False)


def pthread_kill(thread_id, signalnum, /):
    if signalnum:
        _send(signalnum, thread_id == threading.main_thread().ident)


def strsignal(signalnum, /):
    return _TEXTS.get(_number(signalnum), f"Real-time signal {int(signalnum) - 34}")


def valid_signals():
    return {_known(number) for number in range(1, NSIG) if number not in (32, 33)}


def _known(number):
    try:
        return Signals(number)
    except ValueError:
        return number


def siginterrupt(signalnum, flag, /):
    _number(signalnum)


_wakeup_fd = [-1]


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    if not _is_main():
        raise ValueError("set_wakeup_fd only works in main thread of the main interpreter")
    before = _wakeup_fd[0]
    _wakeup_fd[0] = fd
    return before


class _Timer:
    due_at = 0.0
    interval = 0.0
    round = 0


def _run_timer(round):
    while True:
        left = _Timer.due_at - time.monotonic()
        if left > 0:
            time.sleep(left)
        if round != _Timer.round:
            return
        if _Timer.interval:
            _Timer.due_at += _Timer.interval
        else:
            _Timer.due_at = 0.0
        _send(14, True)
        if not _Timer.interval:
            return


def setitimer(which, seconds, interval=0.0, /):
    if which != ITIMER_REAL:
        raise ItimerError(22, "Invalid argument")
    if seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    before = getitimer(which)
    _Timer.round += 1
    _Timer.interval = float(interval) if seconds else 0.0
    _Timer.due_at = time.monotonic() + seconds if seconds else 0.0
    _runs_handlers(_run_due)
    if seconds:
        round = _Timer.round
        threading._spawn(lambda: _run_timer(round), None, "SIGALRM timer", True)
    return before


def getitimer(which, /):
    left = max(_Timer.due_at - time.monotonic(), 0.0) if _Timer.due_at else 0.0
    return (left, _Timer.interval)


def alarm(seconds, /):
    left = setitimer(ITIMER_REAL, seconds)[0]
    return int(left) + (left > int(left))
