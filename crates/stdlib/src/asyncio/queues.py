"""Queues between the tasks of one loop: getters and putters each stand in a line.

Order and errors are those of CPython's Lib/asyncio/queues.py, per version. A comment `# @n` names the line that CPython 3.11
shows in tracebacks.
"""

import threading
from collections import deque
from heapq import heappop, heappush
from types import GenericAlias

from asyncio import locks
from asyncio import mixins

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty")

_newest = threading._version() >= 13


class QueueEmpty(Exception):
    "Raised by get_nowait() of an empty queue."


class QueueFull(Exception):
    "Raised by put_nowait() to a full queue."


class QueueShutDown(Exception):
    "Raised by put() and get() of a queue that is shut down."


class Queue(locks._Waited):
    "A queue of at most maxsize items; without a bound where that is 0 or less."

    _row_kind = "channel asyncio.Queue"
    _is_shutdown = False

    def __init__(self, maxsize=0, **options):
        mixins._bind(self, type(self).__name__, options)
        self._maxsize = maxsize
        self._trace = threading._row(self._row_kind, self)
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = locks.Event(**options)
        self._finished._trace = self._trace
        self._finished.set()
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wakeup_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    __class_getitem__ = classmethod(GenericAlias)

    def _format(self):
        parts = [f"maxsize={self._maxsize!r}"]
        if getattr(self, "_queue", None):
            parts.append(f"_queue={list(self._queue)!r}")
        if self._getters:
            parts.append(f"_getters[{len(self._getters)}]")
        if self._putters:
            parts.append(f"_putters[{len(self._putters)}]")
        if self._unfinished_tasks:
            parts.append(f"tasks={self._unfinished_tasks}")
        if self._is_shutdown:
            parts.append("shutdown")
        return " ".join(parts)

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            putter = self._get_loop().create_future()  # @117
            self._line_up(putter, self._putters)
            try:
                await putter  # @120
            except:
                self._leave(putter, self._putters, self.full)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull  # @143
        self._put(item)
        self._unfinished_tasks += 1
        threading._event(self._trace, "put", len(self._queue))
        self._finished.clear()
        self._wakeup_next(self._getters)

    async def get(self):
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            getter = self._get_loop().create_future()  # @155
            self._line_up(getter, self._getters)
            try:
                await getter  # @158
            except:
                self._leave(getter, self._getters, self.empty)
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty  # @181
        item = self._get()
        threading._event(self._trace, "get", len(self._queue))
        self._wakeup_next(self._putters)
        return item

    def _leave(self, waiter, line, must_wait):
        "Who is cancelled leaves its line; if it had just been called, the next is."
        waiter.cancel()
        if waiter in line:
            line.remove(waiter)
        if not must_wait() and not waiter.cancelled():
            self._wakeup_next(line)

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')  # @201
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()  # @215


class PriorityQueue(Queue):
    "The smallest item first."

    _row_kind = "channel asyncio.PriorityQueue"

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)  # @228

    def _get(self):
        return heappop(self._queue)  # @231


class LifoQueue(Queue):
    "The newest item first."

    _row_kind = "channel asyncio.LifoQueue"

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()


if _newest:

    def _shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        for line in (self._getters, self._putters):
            while line:
                self._wakeup_next(line)

    Queue.shutdown = _shutdown
    __all__ += ("QueueShutDown",)
else:
    del QueueShutDown
