"""`ThreadPool`: real threads for what blocks, waited for by greenlets."""

from gevent import _native
from gevent.event import AsyncResult
from gevent.greenlet import Greenlet
from gevent.hub import get_hub
from gevent.lock import Semaphore
from gevent.pool import GroupMappingMixin

__all__ = ["ThreadPool", "ThreadResult", "ThreadPoolExecutor"]


class ThreadResult:
    """Brings a result from the thread that computed it to the loop of who waits for it."""

    def __init__(self, receiver, hub, call_when_ready):
        self.receiver = receiver
        self.hub = hub
        self.call_when_ready = call_when_ready
        self.value = None
        self.exception = None
        self.exc_info = ()
        self.context = None
        self._watcher = hub.loop.async_()
        self._watcher.start(self._arrived)

    def _arrived(self):
        self._watcher.close()
        self.call_when_ready()
        if self.exc_info:
            self.hub.handle_error(self.context, *self.exc_info)
        self.receiver(self)

    def set(self, value):
        self.value = value
        self._watcher.send()

    def handle_error(self, context, exc_info):
        self.context = context
        self.exc_info = exc_info
        self.exception = exc_info[1]
        self._watcher.send()

    def successful(self):
        return self.exception is None


class ThreadPool(GroupMappingMixin):
    def __init__(self, maxsize, hub=None, idle_task_timeout=-1):
        self.hub = get_hub() if hub is None else hub
        self.maxsize = maxsize
        self._available = Semaphore(maxsize)
        self._tasks = _native.SimpleQueue()
        self._workers = 0
        self._idle = 0
        self._unfinished = 0

    def __repr__(self):
        hub = "<Hub at 0x%x thread_ident=0x%x>" % (id(self.hub), self.hub.thread_ident)
        counts = (type(self).__name__, id(self), len(self), self.size, self.maxsize, hub)
        return "<%s at 0x%x tasks=%s size=%s maxsize=%s hub=%s>" % counts

    def __len__(self):
        return self._unfinished

    @property
    def size(self):
        return self._workers

    def _worker(self):
        while True:
            self._idle += 1
            task = self._tasks.get()
            self._idle -= 1
            if task is None:
                return
            function, args, kwargs, result = task
            try:
                value = function(*args, **kwargs)
            except BaseException as failure:
                info = type(failure), failure, failure.__traceback__
                result.handle_error((self, function), info)
            else:
                result.set(value)

    def _finished(self):
        self._unfinished -= 1
        self._available.release()

    def spawn(self, func, *args, **kwargs):
        self._available.acquire()
        result = AsyncResult()
        self._unfinished += 1
        arriving = ThreadResult(result, self.hub, self._finished)
        if self._workers < self.maxsize and self._idle <= self._tasks.qsize():
            self._workers += 1
            _native.spawn(self._worker, None, "ThreadPoolWorker-%d" % self._workers, True)
        self._tasks.put((func, args, kwargs, arriving))
        return result

    def join(self, timeout=None):
        while self._unfinished:
            from gevent.hub import sleep

            sleep(0.001)

    def kill(self):
        for _ in range(self._workers):
            self._tasks.put(None)
        self._workers = 0

    def adjust(self):
        pass

    def apply_e(self, expected_errors, function, args=None, kwargs=None):
        return self.spawn(function, *(args or ()), **(kwargs or {})).get()

    def _apply_immediately(self):
        return get_hub() is not self.hub

    def _apply_async_cb_spawn(self, callback, result):
        callback(result)

    def _apply_async_use_greenlet(self):
        return True


def _executor():
    import concurrent.futures as futures

    class ThreadPoolExecutor(futures.ThreadPoolExecutor):
        """Its tasks run in real threads, its futures are waited for by greenlets."""

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self._threadpool = ThreadPool(self._max_workers)

        def submit(self, fn, *args, **kwargs):
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            return self._threadpool.spawn(fn, *args, **kwargs)

        def shutdown(self, wait=True, **kwargs):
            self._shutdown = True
            if wait:
                self._threadpool.join()
            self._threadpool.kill()

    return ThreadPoolExecutor


ThreadPoolExecutor = _executor()
