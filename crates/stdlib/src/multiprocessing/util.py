"""`multiprocessing.util`: the log of the library, what runs in a forked child first, and what runs when a process ends.

Order as in CPython's Lib/multiprocessing/util.py; finalizers run at exit and when they are called, not when an object is
collected.
"""

import atexit
import os
import sys
import threading

from multiprocessing import process

NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_logger = None
_log_to_stderr = False
_exiting = False


def sub_debug(msg, *args):
    if _logger:
        _logger.log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    if _logger:
        _logger.log(DEBUG, msg, *args)


def info(msg, *args):
    if _logger:
        _logger.log(INFO, msg, *args)


def sub_warning(msg, *args):
    if _logger:
        _logger.log(SUBWARNING, msg, *args)


def get_logger():
    global _logger
    if not _logger:
        import logging

        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        # Before logging's own exit function, which would close the handlers.
        atexit.unregister(_exit_function)
        atexit.register(_exit_function)
    return _logger


def log_to_stderr(level=None):
    global _log_to_stderr
    import logging

    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


_after_fork = []


def register_after_fork(obj, func):
    _after_fork.append((obj, func))


def _run_after_forkers():
    for obj, func in list(_after_fork):
        try:
            func(obj)
        except Exception as error:
            info("after forker raised exception %s", error)


_finalizer_registry = {}
_finalizers_made = 0


class Finalize:
    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        global _finalizers_made
        if exitpriority is not None and not isinstance(exitpriority, int):
            kind = type(exitpriority)
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {kind!s}")
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._call = (callback, args, kwargs or {})
        self._pid = os.getpid()
        self._key = (exitpriority, _finalizers_made)
        _finalizers_made += 1
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None):
        if _finalizer_registry.pop(self._key, None) is None or self._pid != os.getpid():
            return None
        callback, args, kwargs = self._call
        self._call = None
        return callback(*args, **kwargs)

    def cancel(self):
        if _finalizer_registry.pop(self._key, None) is not None:
            self._call = None

    def still_active(self):
        return self._key in _finalizer_registry

    def __repr__(self):
        if self._call is None:
            return "<%s object, dead>" % type(self).__name__
        callback = self._call[0]
        return "<%s object, callback=%s>" % (type(self).__name__, getattr(callback, "__name__", callback))


def _run_finalizers(minpriority=None):
    keys = [
        key
        for key in _finalizer_registry
        if key[0] is not None and (minpriority is None or key[0] >= minpriority)
    ]
    keys.sort(reverse=True)
    for key in keys:
        finalizer = _finalizer_registry.get(key)
        if finalizer is None:
            continue
        sub_debug("calling %s", finalizer)
        try:
            finalizer()
        except Exception:
            import traceback

            traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


def is_exiting():
    return _exiting


def _close_stdin():
    pass


def close_fds(*fds):
    for fd in fds:
        os.close(fd)


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def _exit_function():
    global _exiting
    if _exiting:
        return
    _exiting = True
    info("process shutting down")
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    for child in process.active_children():
        if child.daemon:
            info("calling terminate() for daemon %s", child.name)
            child._popen.terminate()
    for child in process.active_children():
        info("calling join() for process %s", child.name)
        child.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


atexit.register(_exit_function)


class ForkAwareThreadLock:
    def __init__(self):
        self._renew()
        register_after_fork(self, ForkAwareThreadLock._renew)

    def _renew(self):
        self._lock = threading._inner_lock(None)
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class ForkAwareLocal(threading.local):
    def __init__(self):
        register_after_fork(self, lambda own: own.__dict__.clear())

    def __reduce__(self):
        return type(self), ()
