"""`asyncio.runners`: a loop from its making to its end around a main coroutine.

Order and errors are those of CPython's Lib/asyncio/runners.py. A comment `# @n` names the line that CPython 3.11 shows in
tracebacks.
"""

import contextvars
import threading
from asyncio import coroutines, events, exceptions, tasks


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._interrupt_count = 0
        self._set_event_loop = False

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()  # @63

    def close(self):
        if self._state != "initialized":
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)  # @71
            loop.run_until_complete(loop.shutdown_asyncgens())  # @72
            loop.run_until_complete(loop.shutdown_default_executor())  # @73
        finally:
            if self._set_event_loop:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = "closed"

    def get_loop(self):
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        if not coroutines.iscoroutine(coro):
            raise ValueError("a coroutine was expected, got {!r}".format(coro))  # @89
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")  # @93
        self._lazy_init()
        if context is None:
            context = self._context
        task = self._loop.create_task(coro, context=context)
        on_sigint = self._take_sigint(task)
        self._interrupt_count = 0
        try:
            return self._loop.run_until_complete(task)  # @118
        except exceptions.CancelledError:
            if self._interrupt_count > 0 and task.uncancel() == 0:
                raise KeyboardInterrupt()  # @123
            raise
        finally:
            if on_sigint is not None:
                import signal

                if signal.getsignal(signal.SIGINT) is on_sigint:
                    signal.signal(signal.SIGINT, signal.default_int_handler)

    def _take_sigint(self, task):
        if threading.current_thread() is not threading.main_thread():
            return None
        import signal

        if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            return None

        def on_sigint(signum, frame):
            self._interrupt_count += 1
            if self._interrupt_count == 1 and not task.done():
                task.cancel()
                self._loop.call_soon_threadsafe(lambda: None)
                return
            raise KeyboardInterrupt()  # @157

        signal.signal(signal.SIGINT, on_sigint)
        return on_sigint

    def _lazy_init(self):
        if self._state == "closed":
            raise RuntimeError("Runner is closed")  # @133
        if self._state == "initialized":
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            if not self._set_event_loop:
                events.set_event_loop(self._loop)
                self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = contextvars.copy_context()
        self._state = "initialized"


def run(main, *, debug=None):
    if events._get_running_loop() is not None:
        raise RuntimeError(  # @186
            "asyncio.run() cannot be called from a running event loop"
        )
    with Runner(debug=debug) as runner:
        return runner.run(main)  # @190


if threading._version() >= 12:

    def run(main, *, debug=None, loop_factory=None):
        if events._get_running_loop() is not None:
            raise RuntimeError("asyncio.run() cannot be called from a running event loop")  # @191
        with Runner(debug=debug, loop_factory=loop_factory) as runner:
            return runner.run(main)  # @194


def _cancel_all_tasks(loop):
    # In the order of their making, where CPython has a set's.
    to_cancel = loop._tasks()
    if not to_cancel:
        return
    for task in to_cancel:
        task.cancel()
    loop.run_until_complete(tasks.gather(*to_cancel, return_exceptions=True))  # @201
    for task in to_cancel:
        if task.cancelled():
            continue
        if task.exception() is not None:
            loop.call_exception_handler(
                {
                    "message": "unhandled exception during asyncio.run() shutdown",
                    "exception": task.exception(),
                    "task": task,
                }
            )
