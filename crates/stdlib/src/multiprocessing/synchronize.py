"""`multiprocessing.synchronize`: locks and what is made of them, over the world's semaphores.

Order, errors and switch points are those of CPython's Lib/multiprocessing/synchronize.py. A comment `# @n` names the line
that CPython 3.11 shows in tracebacks.
"""

import sys
import threading
import time

import _multiprocessing
from multiprocessing import context, process, util

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event"]

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = 2147483647


class SemLock:
    _row_kind = None

    _names = 0

    def __init__(self, kind, value, maxvalue, *, ctx):
        SemLock._names += 1
        self._semlock = _multiprocessing.SemLock(kind, value, maxvalue, f"/mp-{SemLock._names:08x}", True)
        self._make_methods()
        util.debug("created semlock with handle %s", self._semlock.handle)
        util.register_after_fork(self, SemLock._forked)

    def _forked(self):
        self._semlock._after_fork()

    def _make_methods(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release
        if self._row_kind is not None:
            self._semlock._show(threading._row(self._row_kind, self), True)

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        own = self._semlock
        return (own.handle, own.kind, own.maxvalue, own.name)

    def __setstate__(self, state):
        self._semlock = _multiprocessing._rebuild(*state)
        self._make_methods()
        util.debug("recreated blocker with handle %r", state[0])


class Semaphore(SemLock):
    _row_kind = "counter multiprocessing.Semaphore"

    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return "<%s(value=%s)>" % (type(self).__name__, self._semlock._get_value())


class BoundedSemaphore(Semaphore):
    _row_kind = "counter multiprocessing.BoundedSemaphore"

    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        own = self._semlock
        return "<%s(value=%s, maxvalue=%s)>" % (type(self).__name__, own._get_value(), own.maxvalue)


def _owner(semlock):
    if semlock._is_mine():
        name = process.current_process().name
        thread = threading.current_thread().name
        return name if thread == "MainThread" else f"{name}|{thread}"
    if semlock._get_value() == 1:
        return "None"
    if semlock._count() > 0:
        return "SomeOtherThread"
    return "SomeOtherProcess"


class Lock(SemLock):
    _row_kind = "mutex multiprocessing.Lock"

    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return "<%s(owner=%s)>" % (type(self).__name__, _owner(self._semlock))


class RLock(SemLock):
    _row_kind = "mutex multiprocessing.RLock"

    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        name = _owner(self._semlock)
        count = "nonzero"
        if self._semlock._is_mine():
            count = self._semlock._count()
        elif name == "None":
            count = 0
        return "<%s(%s, %s)>" % (type(self).__name__, name, count)


class Condition:
    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._show(threading._row("signal multiprocessing.Condition", self))
        self._make_methods()

    def _show(self, row):
        for own in (self._sleeping_count, self._woken_count, self._wait_semaphore):
            own._semlock._show(row, False)

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore)

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __repr__(self):
        waiting = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
        return "<%s(%s, %s)>" % (type(self).__name__, self._lock, waiting)

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), \
               'must acquire() condition before using wait()'  # @248
        self._sleeping_count.release()
        depth = self._lock._semlock._count()
        for _ in range(depth):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(depth):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), 'lock is not owned'  # @271
        assert not self._wait_semaphore.acquire(False), (
            "notify: Should not have been able to acquire _wait_semaphore"
        )
        # Those whose time was over since the last notify do not sleep any more.
        while self._woken_count.acquire(False):
            asleep = self._sleeping_count.acquire(False)
            assert asleep, "notify: Bug in sleeping_count.acquire- res should not be False"
        woken = 0
        while woken < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            woken += 1
        if woken:
            for _ in range(woken):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(n=sys.maxsize)

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else time.monotonic() + timeout
        result = predicate()
        while not result:
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)
        row = threading._row("signal multiprocessing.Event", self)
        self._flag._semlock._show(row, False)
        self._cond._lock._semlock._show(row, False)
        self._cond._show(row)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        state = "set" if self.is_set() else "unset"
        return f"<{type(self).__qualname__} at {id(self):#x} {state}>"


class Barrier(threading.Barrier):
    """threading's, over a condition between processes; its phase and its count lie in shared memory."""

    _PHASES = ("filling", "draining", "resetting", "broken")

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        from multiprocessing.heap import BufferWrapper

        self.__setstate__((parties, action, timeout, ctx.Condition(), BufferWrapper(8)))
        self._phase = "filling"
        self._count = 0

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._memory = state
        self._trace = threading._row("barrier multiprocessing.Barrier", self)

    def __getstate__(self):
        return (self._parties, self._action, self._timeout, self._cond, self._memory)

    @property
    def _phase(self):
        return self._PHASES[self._memory.read("i", 0)]

    @_phase.setter
    def _phase(self, phase):
        self._memory.write("i", 0, self._PHASES.index(phase))

    @property
    def _count(self):
        return self._memory.read("i", 4)

    @_count.setter
    def _count(self, count):
        self._memory.write("i", 4, count)
