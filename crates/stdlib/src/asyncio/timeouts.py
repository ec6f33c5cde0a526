"""A block with a deadline: the loop cancels the task that is in it, and on leaving that becomes a TimeoutError.

Rules are those of CPython's Lib/asyncio/timeouts.py (3.11 and later). A comment `# @n` names the line that CPython 3.11 shows
in tracebacks.
"""

import enum
import threading

from asyncio import events
from asyncio import exceptions
from asyncio import tasks

__all__ = ("Timeout", "timeout", "timeout_at")

_newest = threading._version() >= 13


class _State(enum.Enum):
    CREATED = "created"
    ENTERED = "active"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    EXITED = "finished"


class Timeout:
    def __init__(self, when):
        self._state = _State.CREATED
        self._timeout_handler = None
        self._task = None
        self._when = when

    def when(self):
        return self._when

    def reschedule(self, when):
        state = self._state
        if state is _State.CREATED:
            raise RuntimeError("Timeout has not been entered")
        if state is not _State.ENTERED:
            raise RuntimeError(f"Cannot change state of {state.value} Timeout")  # @55
        self._when = when
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if when is None:
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._timeout_handler = loop.call_soon(self._on_timeout)
        else:
            self._timeout_handler = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in (_State.EXPIRING, _State.EXPIRED)

    def __repr__(self):
        until = ""
        if self._state is _State.ENTERED:
            until = f" when={None if self._when is None else round(self._when, 3)}"
        return f"<Timeout [{self._state.value}]{until}>"

    async def __aenter__(self):
        if self._state is not _State.CREATED:
            raise RuntimeError("Timeout has already been entered")  # @87
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")  # @90
        self._state = _State.ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if self._state is _State.ENTERED:
            self._state = _State.EXITED
            return None
        self._state = _State.EXPIRED
        # Somebody else's cancellation beside ours goes on as it is.
        if self._task.uncancel() <= self._cancelling and exc_type is not None:
            if exc_type is exceptions.CancelledError or _newest and issubclass(exc_type, exceptions.CancelledError):
                raise TimeoutError from exc_val  # @115
            if _newest:
                _blame(exc_val)
                if isinstance(exc_val, ExceptionGroup):
                    for part in exc_val.exceptions:
                        _blame(part)
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = _State.EXPIRING
        self._timeout_handler = None


def _blame(error):
    "Where our cancellation led to `error`, the context says that it was a timeout."
    while error.__context__ is not None:
        before = error.__context__
        if isinstance(before, exceptions.CancelledError):
            late = TimeoutError()
            late.__context__ = late.__cause__ = before
            error.__context__ = late
            return
        error = before


def timeout(delay):
    loop = events.get_running_loop()  # @145
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    return Timeout(when)
