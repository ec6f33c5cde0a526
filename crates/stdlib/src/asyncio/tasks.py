"""`asyncio.tasks`: tasks, and waiting for several of them.

Order, errors and passes of the loop are those of CPython's Lib/asyncio/tasks.py. A comment `# @n` names the line that
CPython 3.11 shows in tracebacks. (Over 400 lines because the ways of waiting use one another, as in CPython.)
"""

import concurrent.futures
import threading
import types
from _asyncio import Future, Task, _mark_as_sleep, _quick_task, _results
from _asyncio import _set_result_unless_cancelled, _stands_for, _went_well
from asyncio import coroutines, events, exceptions, format_helpers, futures
from asyncio.coroutines import _is_coroutine
from functools import partial

FIRST_COMPLETED = concurrent.futures.FIRST_COMPLETED
FIRST_EXCEPTION = concurrent.futures.FIRST_EXCEPTION
ALL_COMPLETED = concurrent.futures.ALL_COMPLETED


def current_task(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return loop._current_task


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return set(loop._tasks())


def create_task(coro, *, name=None, context=None):
    loop = events.get_running_loop()  # @381
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def _get_stack(task, *, limit=None):
    frames = []
    coro = task._coro
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    if frame is not None:
        while frame is not None:
            if limit is not None:
                if limit <= 0:
                    break
                limit -= 1
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        tb = task._exception.__traceback__
        while tb is not None:
            if limit is not None:
                if limit <= 0:
                    break
                limit -= 1
            frames.append(tb.tb_frame)
            tb = tb.tb_next
    return frames


def _print_stack(task, *, limit=None, file=None):
    import linecache
    import sys
    import traceback

    if file is None:
        file = sys.stderr
    exc = task._exception
    frames = task.get_stack(limit=limit)
    if not frames:
        print(f"No stack for {task!r}", file=file)
    elif exc is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    for frame in frames:
        code = frame.f_code
        filename, lineno = format_helpers._shown_place(code, frame.f_globals["__name__"], frame.f_lineno)
        line = linecache.getline(filename, lineno).strip()
        print(f'  File "{filename}", line {lineno}, in {code.co_name}', file=file)
        if line:
            print(f"    {line}", file=file)
    if exc is not None:
        for line in traceback.format_exception_only(type(exc), exc):
            print(line, file=file, end="")


Task.get_stack = _get_stack
Task.print_stack = _print_stack


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):  # @399
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")  # @416
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")  # @418
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")  # @420
    fs = list(dict.fromkeys(fs))
    if any(coroutines.iscoroutine(f) for f in fs):
        if threading._version() >= 11:
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")  # @425
        import warnings

        warnings.warn(
            "The explicit passing of coroutine objects to asyncio.wait() is deprecated since "
            "Python 3.8, and scheduled for removal in Python 3.11.",
            DeprecationWarning,
        )
    loop = events.get_running_loop()
    if threading._version() < 11:
        fs = [ensure_future(f, loop=loop) for f in fs]
    return await _wait(fs, timeout, return_when, loop)  # @428


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):  # @436
    loop = events.get_running_loop()
    if timeout is None:
        return await fut  # @452
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()  # @458
        await _cancel_and_wait(fut, loop=loop)  # @460
        try:
            return fut.result()  # @462
        except exceptions.CancelledError as exc:
            raise exceptions.TimeoutError() from exc  # @464
    waiter = loop.create_future()
    timeout_handle = loop.call_later(timeout, _release_waiter, waiter)
    callback = partial(_release_waiter, waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(callback)
    try:
        try:
            await waiter  # @476
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()  # @479
            fut.remove_done_callback(callback)
            await _cancel_and_wait(fut, loop=loop)  # @485
            raise
        if fut.done():
            return fut.result()  # @489
        fut.remove_done_callback(callback)
        await _cancel_and_wait(fut, loop=loop)  # @495
        try:
            return fut.result()  # @500
        except exceptions.CancelledError as exc:
            raise exceptions.TimeoutError() from exc  # @502
    finally:
        timeout_handle.cancel()


if threading._version() >= 12:

    async def wait_for(fut, timeout):
        from asyncio import timeouts

        if fut is not None and not futures.isfuture(fut) and not coroutines.iscoroutine(fut):
            if coroutines._isawaitable(fut):
                fut = _wrap_awaitable_now(fut)
        if timeout is not None and timeout <= 0:
            fut = ensure_future(fut)
            if fut.done():
                return fut.result()  # @510
            await _cancel_and_wait(fut)  # @512
            try:
                return fut.result()  # @514
            except exceptions.CancelledError as exc:
                raise TimeoutError from exc  # @516
        async with timeouts.timeout(timeout):  # @519
            return await fut  # @520


async def _wrap_awaitable_now(awaitable):
    return await awaitable


async def _wait(fs, timeout, return_when, loop):  # @507
    waiter = loop.create_future()
    _stands_for(waiter, threading._row("thread asyncio.wait", waiter))
    timeout_handle = None
    if timeout is not None:
        timeout_handle = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)

    def _on_completion(f):  # @519
        nonlocal counter
        counter -= 1
        if (
            counter <= 0
            or return_when == FIRST_COMPLETED
            or return_when == FIRST_EXCEPTION
            and (not f.cancelled() and f.exception() is not None)
        ):
            if timeout_handle is not None:
                timeout_handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter  # @535
    finally:
        if timeout_handle is not None:
            timeout_handle.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for f in fs:
        if f.done():
            done.add(f)
        else:
            pending.add(f)
    return done, pending


async def _cancel_and_wait(fut, loop=None):  # @551
    if loop is None:
        loop = events.get_running_loop()
    waiter = loop.create_future()
    callback = partial(_release_waiter, waiter)
    fut.add_done_callback(callback)
    try:
        fut.cancel()
        await waiter  # @562
    finally:
        fut.remove_done_callback(callback)


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")  # @587
    from asyncio.queues import Queue

    done = Queue()
    loop = events.get_event_loop()
    todo = {ensure_future(f, loop=loop): None for f in dict.fromkeys(fs)}
    timeout_handle = None

    def _on_timeout():  # @596
        for f in todo:
            f.remove_done_callback(_on_completion)
            done.put_nowait(None)
        todo.clear()

    def _on_completion(f):  # @602
        if not todo:
            return
        del todo[f]
        done.put_nowait(f)
        if not todo and timeout_handle is not None:
            timeout_handle.cancel()

    async def _wait_for_one():  # @610
        f = await done.get()  # @611
        if f is None:
            raise exceptions.TimeoutError  # @614
        return f.result()  # @615

    for f in todo:
        f.add_done_callback(_on_completion)
    if todo and timeout is not None:
        timeout_handle = loop.call_later(timeout, _on_timeout)
    for _ in range(len(todo)):
        yield _wait_for_one()


if threading._version() >= 13:

    class _AsCompletedIterator:
        """Gives coroutines to `for`, and the futures themselves to `async for`."""

        def __init__(self, fs, timeout):
            from asyncio.queues import Queue

            self._done = Queue()
            self._timeout_handle = None
            loop = events.get_event_loop()
            self._todo = {ensure_future(f, loop=loop): None for f in dict.fromkeys(fs)}
            self._left = len(self._todo)
            for f in self._todo:
                f.add_done_callback(self._on_completion)
            if self._todo and timeout is not None:
                self._timeout_handle = loop.call_later(timeout, self._on_timeout)

        def __aiter__(self):
            return self

        def __iter__(self):
            return self

        async def __anext__(self):
            if not self._left:
                raise StopAsyncIteration
            self._left -= 1
            return await self._wait_for_one()

        def __next__(self):
            if not self._left:
                raise StopIteration
            self._left -= 1
            return self._wait_for_one(resolve=True)

        def _on_timeout(self):
            for f in self._todo:
                f.remove_done_callback(self._on_completion)
                self._done.put_nowait(None)
            self._todo.clear()

        def _on_completion(self, f):
            if not self._todo:
                return
            del self._todo[f]
            self._done.put_nowait(f)
            if not self._todo and self._timeout_handle is not None:
                self._timeout_handle.cancel()

        async def _wait_for_one(self, resolve=False):
            f = await self._done.get()  # @617
            if f is None:
                raise exceptions.TimeoutError  # @620
            return f.result() if resolve else f  # @621

    def as_completed(fs, *, timeout=None):
        if futures.isfuture(fs) or coroutines.iscoroutine(fs):
            raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")  # @685
        return _AsCompletedIterator(fs, timeout)


@types.coroutine
def __sleep0():
    yield


async def sleep(delay, result=None):  # @637
    if delay <= 0:
        await __sleep0()  # @640
        return result
    loop = events.get_running_loop()
    future = _mark_as_sleep(loop.create_future())
    handle = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future  # @649
    finally:
        handle.cancel()


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError(  # @665
                "The future belongs to a different loop than the one specified as the loop argument"
            )
        return coro_or_future
    wrapped = False
    if not coroutines.iscoroutine(coro_or_future):
        if not coroutines._isawaitable(coro_or_future):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")  # @674
        coro_or_future = _wrap_awaitable(coro_or_future)
        wrapped = True
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if not wrapped:
            coro_or_future.close()
        raise


_ensure_future = ensure_future


@types.coroutine
def _wrap_awaitable(awaitable):  # @688
    return (yield from awaitable.__await__())  # @694


_wrap_awaitable._is_coroutine = _is_coroutine


class _GatheringFuture(futures.Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def _outcome(fut):
    if fut.cancelled():
        message = fut._cancel_message
        return exceptions.CancelledError("" if message is None else message)
    result = fut.exception()
    return fut.result() if result is None else result


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer

    def _done_callback(fut):  # @764
        nonlocal finished
        finished += 1
        if finished < count and _went_well(outer, fut):
            return
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            exc = fut.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if finished < count:
            return
        results = _results(children)
        if results is None:
            results = [_outcome(child) for child in children]
        if outer._cancel_requested:
            outer.set_exception(children[-1]._make_cancelled_error())
        else:
            outer.set_result(results)

    futures_of = {}
    children = []
    count = 0
    finished = 0
    loop = None
    outer = None
    for arg in coros_or_futures:
        if arg not in futures_of:
            fut = _quick_task(loop, arg)
            if fut is None:
                fut = ensure_future(arg, loop=loop)
                if loop is None:
                    loop = futures._get_loop(fut)
            count += 1
            futures_of[arg] = fut
            fut.add_done_callback(_done_callback)
        else:
            fut = futures_of[arg]
        children.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = futures._get_loop(inner).create_future()

    def _inner_done_callback(inner):  # @891
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
        else:
            exc = inner.exception()
            if exc is not None:
                outer.set_exception(exc)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):  # @908
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")  # @923
    future = concurrent.futures.Future()

    def callback():  # @926
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future


if threading._version() >= 12:

    def eager_task_factory(loop, coro, *, name=None, context=None):
        return Task(coro, loop, name, context, True)

    def create_eager_task_factory(custom_task_constructor):
        def factory(loop, coro, *, name=None, context=None):
            return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

        return factory
