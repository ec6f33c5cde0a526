"""Tasks that end together: the first that fails cancels the others and the block that waits for them.

Rules are those of CPython's Lib/asyncio/taskgroups.py (3.11 and later), per version. A comment `# @n` names the line that
CPython 3.11 shows in tracebacks.
"""

import threading
from _asyncio import _stands_for

from asyncio import events
from asyncio import exceptions
from asyncio import tasks

__all__ = ("TaskGroup",)

_minor = threading._version()


class TaskGroup:
    def __init__(self):
        self._trace = threading._row("barrier asyncio.TaskGroup", self)
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        parts = ["TaskGroup"]
        if self._tasks:
            parts.append(f"tasks={len(self._tasks)}")
        if self._errors:
            parts.append(f"errors={len(self._errors)}")
        if self._aborting:
            parts.append("cancelling")
        elif self._entered:
            parts.append("entered")
        return f"<{' '.join(parts)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")  # @56
        if self._loop is None:
            self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")  # @62
        self._entered = True
        return self

    async def __aexit__(self, et, exc, tb):
        self._exiting = True
        if exc is not None and self._is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        cancelled = exc if self._is_cancellation(et) else None
        if _minor < 13 and self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            cancelled = None
        if et is not None and not self._aborting:
            self._abort()

        # Each further cancellation of the parent ends one wait.
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = _stands_for(self._loop.create_future(), self._trace)
            try:
                await self._on_completed_fut  # @110
            except exceptions.CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort()
            self._on_completed_fut = None

        if self._base_error is not None:
            raise self._base_error  # @129
        if _minor >= 13 and self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            cancelled = None
        if cancelled is not None and not self._errors:
            raise cancelled  # @134
        if et is not None and not self._is_cancellation(et):
            self._errors.append(exc)
        if self._errors:
            if _minor >= 13 and self._parent_task.cancelling():
                # Keeps the count of cancellations as the outside left it.
                self._parent_task.uncancel()
                self._parent_task.cancel()
            try:
                me = BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
                raise me from None  # @145
            finally:
                self._errors = None

    def _is_cancellation(self, et):
        if _minor >= 13:
            return et is not None and issubclass(et, exceptions.CancelledError)
        return et is exceptions.CancelledError

    def create_task(self, coro, *, name=None, context=None):
        refusal = None
        if not self._entered:
            refusal = "has not been entered"
        elif self._exiting and not self._tasks:
            refusal = "is finished"
        elif self._aborting:
            refusal = "is shutting down"
        if refusal is not None:
            if _minor >= 13:
                coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {refusal}")  # @156
        options = {} if context is None else {"context": context}
        task = self._loop.create_task(coro, name=name, **options)  # @162
        if _minor >= 12 and task.done():
            self._on_task_done(task)
        else:
            self._tasks.add(task)
            task.add_done_callback(self._on_task_done)
        return task

    def _is_base_error(self, exc):
        return isinstance(exc, (SystemExit, KeyboardInterrupt))

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        waiter = self._on_completed_fut
        if waiter is not None and not self._tasks and not waiter.done():
            waiter.set_result(True)
        if task.cancelled():
            return
        exc = task.exception()
        if exc is None:
            return
        self._errors.append(exc)
        if self._is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        if self._parent_task.done():
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task {self._parent_task} is already completed",
                "exception": exc,
                "task": task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            # The block's body is left too; __aexit__ takes this request back.
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
