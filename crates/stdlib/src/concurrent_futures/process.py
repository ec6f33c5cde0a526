"""The pool of processes.

Order, errors and switch points are those of CPython's Lib/concurrent/futures/process.py (semantics, rule 27): a thread of
the parent hands tasks on, at most one more than there are workers, and takes results. A comment `# @n` names the line
that CPython 3.11 shows in tracebacks. Over 400 lines because the pool, its manager thread and its workers share one protocol.
"""

import itertools
import os
import queue
import threading
import traceback
from functools import partial

import multiprocessing as mp
from concurrent.futures import _base
from multiprocessing import connection
from multiprocessing.queues import Queue

EXTRA_QUEUED_CALLS = 1

_wakeups = {}
_global_shutdown = False


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    for wakeup in list(_wakeups.values()):
        wakeup.wakeup()
    for thread in list(_wakeups):
        thread.join()


threading._register_atexit(_python_exit)


class _Wakeup:
    def __init__(self):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._closed = False

    def close(self):
        if not self._closed:
            self._closed = True
            self._writer.close()
            self._reader.close()

    def wakeup(self):
        if not self._closed:
            self._writer.send_bytes(b"")

    def clear(self):
        if not self._closed:
            while self._reader.poll():
                self._reader.recv_bytes()


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    def __init__(self, exc, tb):
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = '\n"""\n%s"""' % text

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _ResultItem:
    def __init__(self, work_id, exception=None, result=None, exit_pid=None):
        self.work_id = work_id
        self.exception = exception
        self.result = result
        self.exit_pid = exit_pid


class _CallItem:
    def __init__(self, work_id, fn, args, kwargs):
        self.work_id = work_id
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _SafeQueue(Queue):
    """A queue whose pickling errors are those of the task's future."""

    def __init__(self, max_size, *, ctx, pending_work_items, shutdown_lock, wakeup):
        self.pending_work_items = pending_work_items
        self.shutdown_lock = shutdown_lock
        self.wakeup = wakeup
        super().__init__(max_size, ctx=ctx)

    def _on_queue_feeder_error(self, e, obj):
        if not isinstance(obj, _CallItem):
            super()._on_queue_feeder_error(e, obj)
            return
        text = "".join(traceback.format_exception(type(e), e, e.__traceback__))
        e.__cause__ = _RemoteTraceback('\n"""\n{}"""'.format(text))
        item = self.pending_work_items.pop(obj.work_id, None)
        with self.shutdown_lock:
            self.wakeup.wakeup()
        if item is not None:
            item.future.set_exception(e)


def _get_chunks(*iterables, chunksize):
    tuples = zip(*iterables)
    while True:
        chunk = tuple(itertools.islice(tuples, chunksize))
        if not chunk:
            return
        yield chunk


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]  # @205


def _sendback_result(result_queue, work_id, result=None, exception=None, exit_pid=None):
    try:
        result_queue.put(_ResultItem(work_id, result=result,  # @212
                                     exception=exception, exit_pid=exit_pid))
    except BaseException as e:
        failure = _ExceptionWithTraceback(e, e.__traceback__)
        result_queue.put(_ResultItem(work_id, exception=failure, exit_pid=exit_pid))


def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks=None):
    if initializer is not None:
        try:
            initializer(*initargs)  # @235
        except BaseException as error:
            _base._log("Exception in initializer:", error)
            return
    done = 0
    while True:
        call_item = call_queue.get(block=True)
        if call_item is None:
            result_queue.put(os.getpid())
            return
        exit_pid = None
        if max_tasks is not None:
            done += 1
            if done >= max_tasks:
                exit_pid = os.getpid()
        try:
            r = call_item.fn(*call_item.args, **call_item.kwargs)  # @261
        except BaseException as e:
            failure = _ExceptionWithTraceback(e, e.__traceback__)
            _sendback_result(result_queue, call_item.work_id, exception=failure, exit_pid=exit_pid)
        else:
            _sendback_result(result_queue, call_item.work_id, result=r, exit_pid=exit_pid)
            r = None
        call_item = None
        if exit_pid is not None:
            return


class _ExecutorManagerThread(threading.Thread):
    def __init__(self, executor):
        self.thread_wakeup = executor._wakeup
        self.shutdown_lock = executor._shutdown_lock
        self.executor = executor
        self.processes = executor._processes
        self.call_queue = executor._call_queue
        self.result_queue = executor._result_queue
        self.work_ids = executor._work_ids
        self.pending_work_items = executor._pending_work_items
        super().__init__()

    def run(self):
        executor = self.executor
        while True:
            self.add_call_item_to_queue()
            item, is_broken, cause = self.wait_result_broken_or_wakeup()
            if is_broken:
                self.terminate_broken(cause)
                return
            if item is not None:
                ended = self.process_result_item(item)
                item = None
                if ended:
                    with self.shutdown_lock:
                        executor._adjust_process_count()
                else:
                    executor._idle_worker_semaphore.release()
            if _global_shutdown or executor._shutdown_thread:
                self.flag_executor_shutting_down()
                self.add_call_item_to_queue()
                if not self.pending_work_items:
                    self.join_executor_internals()
                    return

    def add_call_item_to_queue(self):
        while not self.call_queue.full():
            try:
                work_id = self.work_ids.get(block=False)
            except queue.Empty:
                return
            item = self.pending_work_items[work_id]
            if item.future.set_running_or_notify_cancel():
                self.call_queue.put(_CallItem(work_id, item.fn, item.args, item.kwargs), block=True)
            else:
                del self.pending_work_items[work_id]

    def wait_result_broken_or_wakeup(self):
        result_reader = self.result_queue._reader
        wakeup_reader = self.thread_wakeup._reader
        sentinels = [process.sentinel for process in list(self.processes.values())]
        ready = connection.wait([result_reader, wakeup_reader] + sentinels)
        cause = None
        is_broken = True
        item = None
        if result_reader in ready:
            try:
                item = result_reader.recv()
                is_broken = False
            except BaseException as e:
                cause = traceback.format_exception(type(e), e, e.__traceback__)
        elif wakeup_reader in ready:
            is_broken = False
        with self.shutdown_lock:
            self.thread_wakeup.clear()
        return item, is_broken, cause

    def process_result_item(self, item):
        """Whether the worker ends with it."""
        if isinstance(item, int):
            # A worker that was told to end.
            self.processes.pop(item).join()
            return False
        work = self.pending_work_items.pop(item.work_id, None)
        if work is not None:
            if item.exception:
                work.future.set_exception(item.exception)
            else:
                work.future.set_result(item.result)
        if item.exit_pid is None:
            return False
        self.processes.pop(item.exit_pid).join()
        return True

    def terminate_broken(self, cause):
        self.executor._broken = ("A child process terminated "
                                 "abruptly, the process pool is not "
                                 "usable anymore")
        self.executor._shutdown_thread = True
        broken = BrokenProcessPool("A process in the process pool was "
                                   "terminated abruptly while the future was "
                                   "running or pending.")
        if cause is not None:
            broken.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(cause)}'''")
        for item in self.pending_work_items.values():
            item.future.set_exception(broken)
        self.pending_work_items.clear()
        for process in self.processes.values():
            process.terminate()
        self.join_executor_internals()

    def flag_executor_shutting_down(self):
        executor = self.executor
        executor._shutdown_thread = True
        if executor._cancel_pending_futures:
            for work_id, item in list(self.pending_work_items.items()):
                if item.future.cancel():
                    del self.pending_work_items[work_id]
            try:
                while True:
                    self.work_ids.get_nowait()
            except queue.Empty:
                pass
            executor._cancel_pending_futures = False

    def shutdown_workers(self):
        to_stop = self.alive()
        told = 0
        while told < to_stop and self.alive() > 0:
            for _ in range(to_stop - told):
                try:
                    self.call_queue.put_nowait(None)
                    told += 1
                except queue.Full:
                    break

    def join_executor_internals(self):
        self.shutdown_workers()
        self.call_queue.close()
        self.call_queue.join_thread()
        with self.shutdown_lock:
            self.thread_wakeup.close()
        _wakeups.pop(self, None)
        for process in self.processes.values():
            process.join()

    def alive(self):
        return sum(process.is_alive() for process in self.processes.values())


def _chain_from_iterable_of_lists(iterable):
    for element in iterable:  # @597
        element.reverse()
        while element:
            yield element.pop()


class BrokenProcessPool(_base.BrokenExecutor):
    __module__ = "concurrent.futures.process"


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = threading._cores()
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")  # @640
        self._max_workers = max_workers
        if mp_context is None:
            if max_tasks_per_child is not None:
                mp_context = mp.get_context("spawn")
            else:
                mp_context = mp.get_context()
        self._mp_context = mp_context
        self._safe_to_dynamically_spawn_children = mp_context.get_start_method(allow_none=False) != "fork"
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")  # @660
        self._initializer = initializer
        self._initargs = initargs
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")  # @666
            elif max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")  # @668
            if not self._safe_to_dynamically_spawn_children:
                raise ValueError("max_tasks_per_child is incompatible with"  # @671
                                 " the 'fork' multiprocessing start method;"
                                 " supply a different mp_context.")
        self._max_tasks_per_child = max_tasks_per_child
        self._executor_manager_thread = None
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading._inner_lock(None)
        self._idle_worker_semaphore = threading._InnerSemaphore(0)
        self._broken = False
        self._queue_count = 0
        self._pending_work_items = {}
        self._cancel_pending_futures = False
        self._wakeup = _Wakeup()
        self._call_queue = _SafeQueue(
            max_size=self._max_workers + EXTRA_QUEUED_CALLS,
            ctx=self._mp_context,
            pending_work_items=self._pending_work_items,
            shutdown_lock=self._shutdown_lock,
            wakeup=self._wakeup,
        )
        # A killed worker must not leave its traceback on stderr.
        self._call_queue._ignore_epipe = True
        self._result_queue = mp_context.SimpleQueue()
        self._work_ids = queue.Queue()

    def _start_executor_manager_thread(self):
        if self._executor_manager_thread is None:
            if not self._safe_to_dynamically_spawn_children:
                for _ in range(len(self._processes), self._max_workers):
                    self._spawn_process()
            self._executor_manager_thread = _ExecutorManagerThread(self)
            self._executor_manager_thread.start()
            _wakeups[self._executor_manager_thread] = self._wakeup

    def _adjust_process_count(self):
        if self._idle_worker_semaphore.acquire(blocking=False):
            return
        if len(self._processes) < self._max_workers:
            self._spawn_process()

    def _spawn_process(self):
        process = self._mp_context.Process(
            target=_process_worker,
            args=(
                self._call_queue,
                self._result_queue,
                self._initializer,
                self._initargs,
                self._max_tasks_per_child,
            ),
        )
        process.start()
        self._processes[process.pid] = process

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)  # @765
            if self._shutdown_thread:
                raise RuntimeError('cannot schedule new futures after shutdown')  # @767
            if _global_shutdown:
                raise RuntimeError('cannot schedule new futures after '  # @769
                                   'interpreter shutdown')
            is_chunk = isinstance(fn, partial) and fn.func is _process_chunk
            future = _base.Future()._submitted(len(args[0]) if is_chunk else 1)
            self._pending_work_items[self._queue_count] = _WorkItem(future, fn, args, kwargs)
            self._work_ids.put(self._queue_count)
            self._queue_count += 1
            self._wakeup.wakeup()
            if self._safe_to_dynamically_spawn_children:
                self._adjust_process_count()
            self._start_executor_manager_thread()
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")  # @809
        chunks = _get_chunks(*iterables, chunksize=chunksize)
        results = super().map(partial(_process_chunk, fn), chunks, timeout=timeout)
        return _chain_from_iterable_of_lists(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending_futures = cancel_futures
            self._shutdown_thread = True
            if self._executor_manager_thread is not None:
                self._wakeup.wakeup()
        if self._executor_manager_thread is not None and wait:
            self._executor_manager_thread.join()
        self._executor_manager_thread = None
        self._processes = None
        self._result_queue = None
