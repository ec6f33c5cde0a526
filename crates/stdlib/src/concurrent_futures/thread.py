"""The pool of threads.

Order, errors and switch points are those of CPython's Lib/concurrent/futures/thread.py. A comment `# @n` names the line
that CPython 3.11 shows in tracebacks.
"""

import threading
from _queue import Empty, _work_queue
from concurrent.futures import _base

_threads_queues = {}
_shutdown = False
_global_shutdown_lock = threading._inner_lock(None)
_pools_named = 0


def _python_exit():
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    items = list(_threads_queues.items())
    for thread, work in items:
        work.put(None)
    for thread, work in items:
        thread.join()


threading._register_atexit(_python_exit)


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)  # @58
        except BaseException as exc:
            self.future.set_exception(exc)
        else:
            self.future.set_result(result)


def _worker(pool, work, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)  # @72
        except BaseException as error:
            _base._log_critical("Exception in initializer:", error)
            pool._initializer_failed()
            return
    counts_when_empty = threading._version() >= 12
    while True:
        if counts_when_empty:
            try:
                item = work.get_nowait()
            except Empty:
                pool._idle_semaphore.release()
                item = work.get(block=True)
        else:
            item = work.get(block=True)
        if item is None:
            if _shutdown or pool._shutdown:
                pool._shutdown = True
                work.put(None)
                _threads_queues.pop(threading.current_thread(), None)
                return
            continue
        item.run()
        item = None
        if not counts_when_empty:
            pool._idle_semaphore.release()


class BrokenThreadPool(_base.BrokenExecutor):
    __module__ = "concurrent.futures.thread"


class ThreadPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        global _pools_named
        if max_workers is None:
            max_workers = min(32, threading._cores() + 4)
        if max_workers <= 0:  # @143
            raise ValueError("max_workers must be greater than 0")  # @144
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")  # @147
        self._max_workers = max_workers
        self._work_queue = _work_queue()
        self._idle_semaphore = threading._InnerSemaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading._inner_lock(None)
        if not thread_name_prefix:
            thread_name_prefix = "ThreadPoolExecutor-%d" % _pools_named
            _pools_named += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)  # @164
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')  # @167
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after '  # @169
                                   'interpreter shutdown')
            future = _base.Future()._submitted()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            name = "%s_%d" % (self._thread_name_prefix, count)
            args = (self, self._work_queue, self._initializer, self._initargs)
            thread = threading.Thread(name=name, target=_worker, args=args)
            thread.start()
            self._threads.add(thread)
            _threads_queues[thread] = self._work_queue

    def _drain(self):
        items = []
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                return items
            if item is not None:
                items.append(item)

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for item in self._drain():
                item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._drain():
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
