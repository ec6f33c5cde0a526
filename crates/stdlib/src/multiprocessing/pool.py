"""Pools of workers: one implementation over threads and over processes, which differ in their queues and their workers.

Order, errors and switch points are those of CPython's Lib/multiprocessing/pool.py (semantics, rule 40): a thread hands
tasks to the workers, one takes results from them, one replaces workers that ended. A comment `# @n` names the line that
CPython 3.11 shows in tracebacks. (Over 400 lines because a pool and its results use one another.)
"""

import itertools
import queue
import threading
import time
import traceback
from collections import deque
from types import GenericAlias

from multiprocessing import util
from multiprocessing._errors import TimeoutError

__all__ = ["Pool", "ThreadPool"]

INIT = "INIT"
RUN = "RUN"
CLOSE = "CLOSE"
TERMINATE = "TERMINATE"

job_counter = itertools.count()


def mapstar(args):
    return list(map(*args))  # @48


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))  # @51


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    def __init__(self, exc, tb):
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.tb = '\n"""\n%s"""' % text

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return "<%s: %s>" % (type(self).__name__, self)


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError("Maxtasks {!r} is not valid".format(maxtasks))  # @101
    put = outqueue.put
    get = inqueue.get
    if hasattr(inqueue, "_writer"):
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)  # @109
    done = 0
    while maxtasks is None or done < maxtasks:
        try:
            task = get()
        except (EOFError, OSError):
            util.debug("worker got EOFError or OSError -- exiting")
            break
        if task is None:
            util.debug("worker got sentinel -- exiting")
            break
        job, index, func, args, kwds = task
        try:
            result = (True, func(*args, **kwds))  # @125
        except Exception as error:
            if wrap_exception and func is not _helper_reraises_exception:
                error = ExceptionWithTraceback(error, error.__traceback__)
            result = (False, error)
        try:
            put((job, index, result))
        except Exception as error:
            wrapped = MaybeEncodingError(error, result[1])
            util.debug("Possible encoding error while sending result: %s", wrapped)
            put((job, index, (False, wrapped)))
        task = job = result = func = args = kwds = None
        done += 1
    util.debug("worker exiting after %d tasks" % done)


def _helper_reraises_exception(ex):
    raise ex  # @144


class _Cache(dict):
    """The results that are under way; tells the handler of workers when there are none."""

    def __init__(self, notifier):
        super().__init__()
        self.notifier = notifier

    def __delitem__(self, job):
        super().__delitem__(job)
        if not self:
            self.notifier.put(None)


class Pool:
    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._set_context(context)
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._cache = _Cache(self._change_notifier)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        if processes is None:
            processes = threading._cores()
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")  # @205
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")  # @208
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')  # @211
        self._processes = processes
        try:
            self._repopulate_pool()  # @215
        except Exception:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
            for process in self._pool:
                process.join()
            raise
        self._worker_handler = self._handler(self._handle_workers)
        self._task_handler = self._handler(self._handle_tasks)
        self._result_handler = self._handler(self._handle_results)
        self._terminate = util.Finalize(self, self._terminate_pool, exitpriority=15)
        self._state = RUN

    def _handler(self, function):
        thread = threading.Thread(target=function, daemon=True)
        thread._state = RUN
        thread.start()
        return thread

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} state={self._state} pool_size={len(self._pool)}>"

    def _set_context(self, context):
        if context is None:
            from multiprocessing import get_context

            context = get_context()
        self._ctx = context
        self._change_notifier = context.SimpleQueue()

    def _setup_queues(self):
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()
        self._quick_put = self._inqueue._writer.send
        self._quick_get = self._outqueue._reader.recv

    def _join_exited_workers(self):
        cleaned = False
        for index in reversed(range(len(self._pool))):
            process = self._pool[index]
            if process.exitcode is not None:
                util.debug("cleaning up worker %d" % index)
                process.join()
                cleaned = True
                del self._pool[index]
        return cleaned

    def _repopulate_pool(self):
        for _ in range(self._processes - len(self._pool)):
            process = self.Process(
                self._ctx,
                target=worker,
                args=(
                    self._inqueue,
                    self._outqueue,
                    self._initializer,
                    self._initargs,
                    self._maxtasksperchild,
                    self._wrap_exception,
                ),
            )
            process.name = process.name.replace("Process", "PoolWorker")
            process.daemon = True
            process.start()  # @329
            self._started(process)
            self._pool.append(process)
            util.debug("added worker")

    def _started(self, process):
        import _multiprocessing

        _multiprocessing._charge_worker(process._popen.method == "fork")

    def _wait_for_updates(self):
        from multiprocessing.connection import wait

        sentinels = [process.sentinel for process in self._pool]
        wait([*sentinels, self._outqueue._reader, self._change_notifier._reader])
        while not self._change_notifier.empty():
            self._change_notifier.get()

    def _handle_workers(self):
        thread = threading.current_thread()
        while thread._state == RUN or (self._cache and thread._state != TERMINATE):
            if self._join_exited_workers():
                self._repopulate_pool()
            self._wait_for_updates()
        self._taskqueue.put(None)
        util.debug("worker handler exiting")

    def _handle_tasks(self):
        thread = threading.current_thread()
        stopped = False
        while not stopped:
            entry = self._taskqueue.get()
            if entry is None:
                util.debug("task handler got sentinel")
                break
            tasks, set_length = entry
            task = None
            for task in tasks:
                if thread._state != RUN:
                    util.debug("task handler found thread._state != RUN")
                    stopped = True
                    break
                try:
                    self._quick_put(task)
                except Exception as error:
                    result = self._cache.get(task[0])
                    if result is not None:
                        result._set(task[1], (False, error))
            else:
                if set_length:
                    util.debug("doing set_length()")
                    set_length((task[1] if task else -1) + 1)
            entry = tasks = task = None
        try:
            util.debug("task handler sending sentinel to result handler")
            self._outqueue.put(None)
            util.debug("task handler sending sentinel to workers")
            for _ in self._pool:
                self._quick_put(None)
        except OSError:
            util.debug("task handler got OSError when sending sentinels")
        util.debug("task handler exiting")

    def _handle_results(self):
        thread = threading.current_thread()
        told = False
        while True:
            try:
                task = self._quick_get()
            except (OSError, EOFError):
                util.debug("result handler got EOFError/OSError -- exiting")
                return
            if not told and thread._state != RUN:
                util.debug("result handler found thread._state=TERMINATE")
                break
            if task is None:
                util.debug("result handler got sentinel")
                told = True
            else:
                job, index, result = task
                pending = self._cache.get(job)
                if pending is not None:
                    pending._set(index, result)
                task = result = pending = None
            if told and (not self._cache or thread._state == TERMINATE):
                break
        self._drain_results()
        util.debug("result handler exiting: len(cache)=%s, thread._state=%s", len(self._cache), thread._state)

    def _drain_results(self):
        try:
            for _ in range(10):
                if not self._outqueue._reader.poll():
                    break
                self._quick_get()
        except (OSError, EOFError):
            pass

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")  # @353

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()  # @360

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()  # @458
        result = ApplyResult(self, callback, error_callback)
        self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()  # @367

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback,  # @468
                               error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()  # @375

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize,  # @382
                               callback, error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()  # @476
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)  # @478
        if chunksize is None:
            chunksize, rest = divmod(len(iterable), len(self._pool) * 4)
            if rest:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        result = MapResult(self, chunksize, len(iterable), callback, error_callback)
        chunks = _chunks(func, iterable, chunksize)
        self._taskqueue.put((_tasks(result._job, mapper, chunks), None))
        return result

    def imap(self, func, iterable, chunksize=1):
        self._check_running()  # @400
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        self._check_running()  # @429
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        if chunksize == 1:
            result = kind(self)
            tasks = _tasks(result._job, func, iterable)
            self._taskqueue.put((tasks, result._set_length))
            return result
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0!r}".format(chunksize))
        result = kind(self)
        tasks = _tasks(result._job, mapstar, _chunks(func, iterable, chunksize))
        self._taskqueue.put((tasks, result._set_length))
        return (item for chunk in result for item in chunk)  # @423

    def __reduce__(self):
        raise NotImplementedError(
            'pool objects cannot be passed between processes or pickled'
        )

    def close(self):
        util.debug("closing pool")
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        util.debug("terminating pool")
        self._state = TERMINATE
        self._terminate()

    def join(self):
        util.debug("joining pool")
        if self._state == RUN:
            raise ValueError("Pool is still running")  # @662
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")  # @664
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for process in self._pool:
            process.join()

    def _help_stuff_finish(self):
        # The task handler may wait for room in the pipe.
        util.debug("removing tasks from inqueue until task handler finished")
        self._inqueue._rlock.acquire()
        while self._task_handler.is_alive() and self._inqueue._reader.poll():
            self._inqueue._reader.recv()
            time.sleep(0)

    def _terminate_pool(self):
        util.debug("finalizing pool")
        running = threading.current_thread()
        self._worker_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._task_handler._state = TERMINATE
        util.debug("helping task handler/workers to finish")
        self._help_stuff_finish()
        if not self._result_handler.is_alive() and len(self._cache) != 0:
            raise AssertionError("Cannot have cache with result_hander not alive")  # @698
        self._result_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._outqueue.put(None)
        util.debug("joining worker handler")
        if running is not self._worker_handler:
            self._worker_handler.join()
        by_force = self._pool and hasattr(self._pool[0], "terminate")
        if by_force:
            util.debug("terminating workers")
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
        util.debug("joining task handler")
        if running is not self._task_handler:
            self._task_handler.join()
        util.debug("joining result handler")
        if running is not self._result_handler:
            self._result_handler.join()
        if by_force:
            util.debug("joining pool workers")
            for process in self._pool:
                if process.is_alive():
                    util.debug("cleaning up worker %d" % process.pid)
                    process.join()

    def __enter__(self):
        self._check_running()  # @735
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


def _tasks(job, func, iterable):
    """A task for each item; an iterable that fails becomes a task that fails."""
    index = -1
    try:
        for index, item in enumerate(iterable):
            yield (job, index, func, (item,), {})
    except Exception as error:
        yield (job, index + 1, _helper_reraises_exception, (error,), {})


def _chunks(func, iterable, size):
    items = iter(iterable)
    while True:
        chunk = tuple(itertools.islice(items, size))
        if not chunk:
            return
        yield (func, chunk)


class _Done(threading.Event):
    _row_kind = "future multiprocessing.pool.AsyncResult"


class ApplyResult:
    def __init__(self, pool, callback, error_callback, pieces=1):
        self._pool = pool
        self._event = _Done()
        threading._event(self._event._trace, "submit", pieces)
        self._job = next(job_counter)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))  # @761
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)  # @765

    def get(self, timeout=None):
        self.wait(timeout)  # @768
        if not self.ready():
            raise TimeoutError  # @770
        if self._success:
            return self._value
        else:
            raise self._value  # @774

    def _set(self, index, result):
        self._success, self._value = result
        if self._callback and self._success:
            self._callback(self._value)  # @779
        if self._error_callback and not self._success:
            self._error_callback(self._value)  # @781
        self._event.set()
        del self._cache[self._job]
        self._pool = None

    __class_getitem__ = classmethod(GenericAlias)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback, length)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if chunksize <= 0:
            self._number_left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._number_left = length // chunksize + bool(length % chunksize)

    def _set(self, index, result):
        self._number_left -= 1
        success, value = result
        if success and self._success:
            start = index * self._chunksize
            self._value[start : start + self._chunksize] = value
            if self._number_left == 0:
                if self._callback:
                    self._callback(self._value)  # @816
                self._finish()
            return
        if not success and self._success:
            self._success = False
            self._value = value
        if self._number_left == 0:
            if self._error_callback:
                self._error_callback(self._value)  # @828
            self._finish()

    def _finish(self):
        del self._cache[self._job]
        self._event.set()
        self._pool = None


class IMapIterator:
    def __init__(self, pool):
        self._pool = pool
        row = threading._row("future multiprocessing.pool.IMapIterator", self)
        self._cond = threading.Condition(threading._inner_lock(row), _row_kind=None)
        self._cond._trace = row
        self._job = next(job_counter)
        self._cache = pool._cache
        self._items = deque()
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration
                self._cond.wait(timeout)  # @861
                if not self._items:
                    if self._index == self._length:
                        self._pool = None
                        raise StopIteration
                    raise TimeoutError from None  # @868
            success, value = self._items.popleft()
        if success:
            return value
        raise value  # @873

    __next__ = next

    def _forget(self):
        del self._cache[self._job]
        self._pool = None

    def _set(self, index, result):
        with self._cond:
            if self._index == index:
                self._items.append(result)
                self._index += 1
                while self._index in self._unsorted:
                    self._items.append(self._unsorted.pop(self._index))
                    self._index += 1
                self._cond.notify()
            else:
                self._unsorted[index] = result
            if self._index == self._length:
                self._forget()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == length:
                self._cond.notify()
                self._forget()


class IMapUnorderedIterator(IMapIterator):
    def _set(self, index, result):
        with self._cond:
            self._items.append(result)
            self._index += 1
            self._cond.notify()
            if self._index == self._length:
                self._forget()


class ThreadPool(Pool):
    _wrap_exception = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        from multiprocessing.dummy import Process

        return Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _set_context(self, context):
        self._ctx = None
        self._change_notifier = queue.SimpleQueue()

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._quick_put = self._inqueue.put
        self._quick_get = self._outqueue.get

    def _started(self, process):
        pass

    def _wait_for_updates(self):
        self._change_notifier.get()
        while not self._change_notifier.empty():
            self._change_notifier.get()

    def _drain_results(self):
        pass

    def _help_stuff_finish(self):
        try:
            while True:
                self._inqueue.get(block=False)
        except queue.Empty:
            pass
        for _ in self._pool:
            self._inqueue.put(None)
