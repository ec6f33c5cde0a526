"""Locks between the tasks of one loop: who waits stands in a line, and who leaves wakes the first of it.

Order and errors are those of CPython's Lib/asyncio/locks.py, per version. A comment `# @n` names the line that CPython 3.11
shows in tracebacks. (Over 400 lines because Condition and Barrier stand on Lock and its line, as in CPython.)
"""

import enum
import threading
from _asyncio import _stands_for
from collections import deque

from asyncio import exceptions
from asyncio import mixins

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore")

_minor = threading._version()


class _Waited(mixins._LoopBoundMixin):
    "What tasks wait for: a line of futures, and a row of the trace."

    def _line_up(self, waiter, line):
        "Puts a future at the end of `line`."
        line.append(_stands_for(waiter, self._trace))

    def _described(self, state):
        waiting = f", waiters:{len(self._waiters)}" if self._waiters else ""
        return f"<{object.__repr__(self)[1:-1]} [{state}{waiting}]>"


class _ContextManagerMixin:
    async def __aenter__(self):
        await self.acquire()  # @15

    async def __aexit__(self, exc_type, exc, tb):
        self.release()  # @21


class Lock(_ContextManagerMixin, _Waited):
    def __init__(self, **options):
        mixins._bind(self, "Lock", options)
        self._trace = threading._row("mutex asyncio.Lock", self)
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return self._described("locked" if self._locked else "unlocked")

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked:
            if self._waiters is None or all(waiter.cancelled() for waiter in self._waiters):
                self._locked = True
                return True
        if self._waiters is None:
            self._waiters = deque()
        fut = self._get_loop().create_future()  # @106
        self._line_up(fut, self._waiters)
        try:
            try:
                await fut  # @114
            finally:
                self._waiters.remove(fut)
        except exceptions.CancelledError:
            # It may have been this one's turn: the next must not wait for ever.
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')  # @140
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters:
            first = self._waiters[0]
            if not first.done():
                first.set_result(True)


class Event(_Waited):
    def __init__(self, **options):
        mixins._bind(self, "Event", options)
        self._trace = threading._row("signal asyncio.Event", self)
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return self._described("set" if self._value else "unset")

    def is_set(self):
        return self._value

    def set(self):
        if self._value:
            return
        self._value = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        fut = self._get_loop().create_future()  # @210
        self._line_up(fut, self._waiters)
        try:
            await fut  # @213
            return True
        finally:
            self._waiters.remove(fut)


class Condition(_ContextManagerMixin, _Waited):
    def __init__(self, lock=None, **options):
        mixins._bind(self, "Condition", options)
        self._trace = threading._row("signal asyncio.Condition", self)
        if lock is None:
            lock = Lock()
        elif _minor < 10 and lock._loop is not self._loop:
            raise ValueError("loop argument must agree with lock")
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return self._described("locked" if self.locked() else "unlocked")

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')  # @260
        fut = self._get_loop().create_future()  # @264
        self._line_up(fut, self._waiters)
        told = False
        try:
            self.release()
            try:
                try:
                    await fut  # @267
                finally:
                    self._waiters.remove(fut)
            finally:
                await self._take_again()
            told = True
            return True
        finally:
            # Who was told and can't act on it tells another, since 3.13.
            if _minor >= 13 and not told:
                self._notify(1)

    async def _take_again(self):
        "The lock once more, however often this task is cancelled meanwhile."
        cancelled = None
        while True:
            try:
                await self.acquire()  # @277
                break
            except exceptions.CancelledError as error:
                cancelled = error
        if cancelled is None:
            return
        if _minor >= 13:
            raise cancelled
        raise exceptions.CancelledError  # @283

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()  # @294
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')  # @311
        self._notify(n)

    def _notify(self, n):
        told = 0
        for waiter in self._waiters:
            if told >= n:
                break
            if not waiter.done():
                told += 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))  # @328


class Semaphore(_ContextManagerMixin, _Waited):
    def __init__(self, value=1, **options):
        mixins._bind(self, type(self).__name__, options)
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")  # @348
        self._trace = threading._row(f"counter asyncio.{type(self).__name__}", self)
        self._waiters = deque() if _minor < 10 else None
        self._value = value

    def __repr__(self):
        return self._described("locked" if self.locked() else f"unlocked, value:{self._value}")

    def locked(self):
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters or ())

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        fut = self._get_loop().create_future()  # @379
        self._line_up(fut, self._waiters)
        try:
            try:
                await fut  # @387
            finally:
                self._waiters.remove(fut)
        except exceptions.CancelledError:
            # The unit that was handed over goes back.
            was_told = fut.done() and not fut.cancelled()
            if was_told:
                self._value += 1
            self._pass_on(was_told)
            raise
        self._pass_on(self._value > 0)
        return True

    def _pass_on(self, is_due):
        "Units that came back while somebody waited: one of them before 3.13, then all."
        if _minor >= 13:
            while self._value > 0 and self._wake_up_next():
                pass
        elif is_due:
            self._wake_up_next()

    def release(self):
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        "Hands a unit to the first that still waits; whether there was one."
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


def _is_free(self):
    return self._value == 0


async def _acquire_after_others(self):
    "3.9: a free unit is left to whoever is already woken."
    while self._value <= 0 or (_minor == 9 and self._woken):
        fut = self._get_loop().create_future()
        self._line_up(fut, self._waiters)
        try:
            await fut
            self._woken = False
        except exceptions.CancelledError:
            if _minor == 9 or (self._value > 0 and not fut.cancelled()):
                _wake_up_first_of_line(self)
            raise
    self._value -= 1
    return True


def _wake_up_first_of_line(self):
    while self._waiters:
        waiter = self._waiters.popleft()
        if not waiter.done():
            waiter.set_result(None)
            self._woken = True
            return


if _minor < 10:
    Semaphore._woken = False
    Semaphore.locked = _is_free
    Semaphore.acquire = _acquire_after_others
    Semaphore._wake_up_next = _wake_up_first_of_line


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, **options):
        self._bound_value = value
        super().__init__(value, **options)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')  # @434
        super().release()  # @435


class _BarrierState(enum.Enum):
    FILLING = "filling"
    DRAINING = "draining"
    RESETTING = "resetting"
    BROKEN = "broken"


_FILLING = _BarrierState.FILLING
_DRAINING = _BarrierState.DRAINING
_RESETTING = _BarrierState.RESETTING
_BROKEN = _BarrierState.BROKEN


class _Barrier(_Waited):
    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')  # @458
        self._trace = threading._row("barrier asyncio.Barrier", self)
        self._cond = Condition()
        self._cond._trace = self._trace
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        filled = "" if self.broken else f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{object.__repr__(self)[1:-1]} [{self._state.value}{filled}]>"

    async def __aenter__(self):
        return await self.wait()  # @476

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._cond:
            await self._block()  # @489
            try:
                index = self._count
                self._count += 1
                if self._count == self._parties:
                    self._state = _DRAINING
                    self._cond.notify_all()
                else:
                    await self._wait()  # @497
                return index
            finally:
                self._count -= 1
                self._exit()

    async def _block(self):
        await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
        if self._state is _BROKEN:
            raise exceptions.BrokenBarrierError("Barrier aborted")  # @518

    async def _wait(self):
        await self._cond.wait_for(lambda: self._state is not _FILLING)
        if self._state in (_BROKEN, _RESETTING):
            raise exceptions.BrokenBarrierError("Abort or reset of barrier")  # @537

    def _exit(self):
        if self._count == 0:
            if self._state in (_RESETTING, _DRAINING):
                self._state = _FILLING
            self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            self._state = _RESETTING if self._count > 0 else _FILLING
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = _BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        return self._state is _BROKEN


if _minor >= 11:
    Barrier = _Barrier
    Barrier.__name__ = Barrier.__qualname__ = "Barrier"
    __all__ += ("Barrier",)
