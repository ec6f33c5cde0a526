"""What `_thread` and `threading` become once they are patched: a thread is a greenlet, a lock a semaphore."""

import weakref as _weakref
from _thread import TIMEOUT_MAX, error

from gevent import _native
from gevent.event import Event as _Event
from gevent.greenlet import Greenlet
from gevent.hub import GreenletExit, get_hub_if_exists, sleep
from gevent.lock import BoundedSemaphore
from gevent.local import local as _local
from greenlet import getcurrent

__all__ = ["allocate_lock", "get_ident", "exit", "LockType", "stack_size", "start_new_thread", "error", "TIMEOUT_MAX"]


def get_ident(greenlet=None):
    return id(getcurrent() if greenlet is None else greenlet)


get_native_id = _native.get_ident


class LockType(BoundedSemaphore):
    _OVER_RELEASE_ERROR = RuntimeError
    _row_kind = "mutex threading.Lock"

    def __init__(self, _row=None):
        BoundedSemaphore.__init__(self)

    def acquire(self, blocking=True, timeout=-1):
        if timeout == -1:
            timeout = None
        if timeout is not None:
            if not blocking:
                raise ValueError("can't specify a timeout for a non-blocking call")
            if timeout < 0:
                raise ValueError("timeout value must be strictly positive")
            if timeout > TIMEOUT_MAX:
                raise OverflowError("timeout value is too large")
        taken = BoundedSemaphore.acquire(self, blocking, timeout)
        # Who asks again and again lets others go on.
        if not taken and not blocking and getcurrent() is not get_hub_if_exists():
            sleep()
        return taken

    def __enter__(self):
        return self.acquire()


LockType.__module__ = "gevent.thread"
allocate_lock = lock = allocate = LockType


class _RLock:
    def __init__(self, _row=None):
        self._block = LockType()
        self._owner = None
        self._count = 0

    def __repr__(self):
        state = "locked" if self._block.locked() else "unlocked"
        return "<%s threading._RLock object owner=%r count=%d at %s>" % (state, self._owner, self._count, hex(id(self)))

    def acquire(self, blocking=True, timeout=-1):
        own = getcurrent()
        if self._owner is own:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = own
            self._count = 1
        return taken

    __enter__ = acquire

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *info):
        self.release()

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        saved = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return saved

    def _acquire_restore(self, saved):
        self._block.acquire()
        self._count, self._owner = saved

    def _is_owned(self):
        return self._owner is getcurrent()


def RLock(_row=None):
    return _RLock()


class _Latch(_Event):
    """Opens once; what a thread's start and end are."""

    def __init__(self, name):
        _Event.__init__(self)


def _own_latch(latch):
    if not isinstance(latch, _Latch):
        _native.own_latch(latch)


def _open_latch(latch):
    if isinstance(latch, _Latch):
        latch.set()
    else:
        _native.open_latch(latch)


def _latch_open(latch):
    return latch.is_set() if isinstance(latch, _Latch) else _native.latch_open(latch)


def _await_latch(latch, timeout, shown):
    if isinstance(latch, _Latch):
        return latch.wait(timeout)
    return _native.await_latch(latch, timeout, shown)


_objects = _weakref.WeakKeyDictionary()


def _current_object():
    found = _objects.get(getcurrent())
    if found is None and getcurrent().parent is None:
        return _native.current_object()
    return found


def _adopt(thread):
    current = getcurrent()
    _objects[current] = thread
    rawlink = getattr(current, "rawlink", None)
    if rawlink is not None:
        import threading

        rawlink(lambda _: threading._active.pop(id(current), None))


def _spawn(callable, thread, name, daemon):
    made = Greenlet(callable)
    if thread is not None:
        _objects[made] = thread
    made.start()
    return get_ident(made)


def start_new_thread(function, args=(), kwargs=None):
    return get_ident(Greenlet.spawn(function, *args, **(kwargs or {})))


start_new = start_new_thread


def exit():
    raise GreenletExit


exit_thread = exit


def stack_size(size=None):
    return 0
