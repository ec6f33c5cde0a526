"""`asyncio.base_events`: the event loop. What is ready, the timers and the waiting are native (`_asyncio._Loop`).

Order and errors are those of CPython's Lib/asyncio/base_events.py. A comment `# @n` names the line that CPython 3.11 shows
in tracebacks. (Over 400 lines because a loop is one class, as in CPython.)
"""

import _start
import concurrent.futures
import sys
import threading
from _asyncio import Future, Task, _lost_failures, _Loop, _publish, _refuse, _set_running_loop
from asyncio import coroutines, events, futures, tasks
from asyncio.log import logger


def _run_until_complete_cb(fut):  # @180
    if not fut.cancelled():
        exc = fut.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            return
    fut.get_loop().stop()


def _format_handle(handle):
    if isinstance(handle, Task):
        return f"<Handle {_shown_step(handle)}>" if handle.done() else repr(handle)
    callback = handle._callback
    if isinstance(getattr(callback, "__self__", None), Task):
        return repr(callback.__self__)
    return str(handle)


def _shown_step(task):
    return repr(task)


class BaseEventLoop(_Loop, events.AbstractEventLoop):
    # Whether `_select` waits, for descriptors, too.
    _watched = False

    def __init__(self):
        self._default_executor = None
        self._thread_id = None
        self._exception_handler = None
        self._task_factory = None
        self._asyncgens = {}
        self._asyncgens_shutdown_called = False
        self._executor_shutdown_called = False
        self._signal_handlers = {}
        self.slow_callback_duration = 0.1
        _loops.append(self)
        if coroutines._is_debug_mode():
            self._set_debug(True)

    def __repr__(self):
        return (
            f"<{type(self).__name__} running={self.is_running()} "
            f"closed={self.is_closed()} debug={self.get_debug()}>"
        )

    def create_task(self, coro, *, name=None, context=None):
        if self.is_closed():
            raise RuntimeError('Event loop is closed')  # @519
        if self._task_factory is None:
            return Task(coro, self, name, context)
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        if name is not None and hasattr(task, "set_name"):
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")  # @461
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError('Event loop is closed')  # @519

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")  # @588
        if events._get_running_loop() is not None:
            raise RuntimeError(  # @590
                "Cannot run the event loop while another loop is running"
            )

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.pop(id(agen), None)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings

            warnings.warn(
                f"asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call",
                ResourceWarning,
                source=self,
            )
        import weakref

        self._asyncgens[id(agen)] = weakref.ref(agen)

    async def shutdown_asyncgens(self):  # @539
        self._asyncgens_shutdown_called = True
        known = [known() for known in self._asyncgens.values()]
        closing = [agen for agen in known if agen is not None and agen.ag_frame is not None]
        self._asyncgens.clear()
        if not closing:
            return
        results = await tasks.gather(  # @551
            *[agen.aclose() for agen in closing], return_exceptions=True
        )
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                        "exception": result,
                        "asyncgen": agen,
                    }
                )

    async def shutdown_default_executor(self):  # @564
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        future = self.create_future()
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            await future  # @573
        finally:
            thread.join()

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(future.set_result, None)
        except Exception as error:
            if not self.is_closed():
                self.call_soon_threadsafe(future.set_exception, error)

    def run_forever(self):
        self._check_closed()  # @595
        self._check_running()  # @596
        hooks = sys.get_asyncgen_hooks()
        try:
            self._thread_id = threading.get_ident()
            sys.set_asyncgen_hooks(
                firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook
            )
            _set_running_loop(self)
            while True:
                self._run_once()  # @607
                if self._stopping:
                    break
        finally:
            self._set_stopping(False)
            self._thread_id = None
            _set_running_loop(None)
            sys.set_asyncgen_hooks(*hooks)

    def _run_once(self):
        if self._watched:
            self._select()
        else:
            self._wait_for_work()
        handle = self
        handle._run()  # @1922
        _tell_lost_failures(False)

    def run_until_complete(self, future):
        self._check_closed()  # @628
        self._check_running()  # @629
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)  # @632
        if new_task:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()  # @640
        except:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')  # @651
        return future.result()  # @653

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")  # @672
        if self.is_closed():
            return
        if self.get_debug():
            logger.debug("Close %r", self)
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)
        self._forget_all()
        if not self._tasks():
            _loops.remove(self)
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def is_running(self):
        return self._thread_id is not None

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self._push_from_elsewhere(callback, *args, context=context)
        self._wake()
        return handle

    def _check_thread(self):
        if self._thread_id is not None and threading.get_ident() != self._thread_id:
            raise RuntimeError(  # @800
                "Non-thread-safe operation invoked on an event loop other than the current one"
            )

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self.get_debug():
            self._check_callback(func, "run_in_executor")
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")  # @523
            if executor is None:
                executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)  # @828

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")  # @773
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")  # @776

    def set_default_executor(self, executor):
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")  # @833
        self._default_executor = executor

    def add_signal_handler(self, sig, callback, *args):
        import signal

        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")  # @92
        self._check_signal(sig)
        self._check_closed()

        def on_signal(signum, frame):
            self.call_soon_threadsafe(callback, *args)

        try:
            signal.signal(sig, on_signal)
        except ValueError as exc:
            raise RuntimeError(str(exc))  # @103
        except OSError as exc:
            if exc.errno == 22:
                raise RuntimeError(f"sig {sig} cannot be caught")  # @126
            raise
        self._signal_handlers[sig] = on_signal

    def remove_signal_handler(self, sig):
        import signal

        self._check_signal(sig)
        if sig not in self._signal_handlers:
            return False
        del self._signal_handlers[sig]
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        import signal

        if not isinstance(sig, int):
            raise TypeError(f"sig must be an int, not {sig!r}")  # @180
        if sig not in signal.valid_signals():
            raise ValueError(f"invalid signal number {sig}")  # @183

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")  # @1719
        self._exception_handler = handler

    def default_exception_handler(self, context):
        message = context.get("message") or "Unhandled exception in event loop"
        exception = context.get("exception")
        exc_info = False
        if exception is not None:
            exc_info = (type(exception), exception, exception.__traceback__)
        lines = [message]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        logger.error("\n".join(lines), exc_info=exc_info)

    def call_exception_handler(self, context):
        handler = self._exception_handler
        if handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error("Exception in default exception handler", exc_info=True)
            return
        try:
            self._exception_handler(self, context)  # @1808
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            try:
                self.default_exception_handler(
                    {
                        "message": "Unhandled error in exception handler",
                        "exception": exc,
                        "context": context,
                    }
                )
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error(
                    "Exception in default exception handler while handling an unexpected error "
                    "in custom exception handler",
                    exc_info=True,
                )

    def set_debug(self, enabled):
        self._set_debug(enabled)

    def __getattr__(self, name):
        if name in _NOT_HERE:
            _refuse(f"`loop.{name}`")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


_NOT_HERE = ("sendfile", "sock_sendfile", "start_tls")


def _tell_lost_failures(every):
    """Exceptions that nobody can ask for any more are told to the loop's handler."""
    for future in _lost_failures(every):
        loop = future.get_loop()
        kind = type(future).__name__
        context = {
            "message": f"{kind} exception was never retrieved",
            "exception": future._exception,
            "future": future,
        }
        loop.call_exception_handler(context)


_loops = []


def _is_wanted(task):
    """Whether somebody minds that the task is let go of before it is done."""
    if not getattr(task, "_log_destroy_pending", True):
        return False
    return not any(getattr(pair[0], "__qualname__", "").startswith("gather.") for pair in task._callbacks)


def _tell_at_exit():
    for loop in list(_loops):
        if loop.is_running():
            continue
        for task in loop._tasks():
            if _is_wanted(task):
                loop.call_exception_handler(
                    {"task": task, "message": "Task was destroyed but it is pending!"}
                )
    _tell_lost_failures(True)


_start._last_hooks.append(_tell_at_exit)


def _callback_failed(loop, handle, exception):
    from asyncio import format_helpers

    shown = format_helpers._format_callback_source(handle._callback, handle._args)
    loop.call_exception_handler(
        {"message": f"Exception in callback {shown}", "exception": exception, "handle": handle}
    )


def _slow(loop, handle, took_s):
    if took_s >= loop.slow_callback_duration:
        logger.warning("Executing %s took %.3f seconds", _format_handle(handle), took_s)


_publish("create_task", BaseEventLoop.create_task)
_publish("callback_failed", _callback_failed)
_publish("slow", _slow)
