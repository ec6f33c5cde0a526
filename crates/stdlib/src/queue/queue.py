"""Queues between threads: three conditions over one mutex, so that who wakes first is as in CPython's Lib/queue.py.

Owns `Queue` and its two orders. A comment `# @n` names the line that CPython 3.11 shows in tracebacks. `SimpleQueue` is native.
"""

import threading
from collections import deque
from heapq import heappop, heappush
from time import monotonic as _now
from types import GenericAlias

from _queue import Empty, SimpleQueue, _direct, _get_now, _put_now

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    "Raised by a put() that does not wait any longer."


_newest = threading._version() >= 13


class Queue:
    "A queue of at most maxsize items; without a bound where that is 0 or less."

    _row_kind = "channel queue.Queue"

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self._trace = row = threading._row(self._row_kind, self)
        self.mutex = threading._inner_lock(row)
        self.not_empty = threading.Condition(self.mutex, _row_kind=None)
        self.not_full = threading.Condition(self.mutex, _row_kind=None)
        self.all_tasks_done = threading.Condition(self.mutex, _row_kind=None)
        self.not_empty._trace = self.not_full._trace = self.all_tasks_done._trace = row
        self.unfinished_tasks = 0
        self._direct = None
        if type(self) is Queue:
            self._direct = _direct(self.mutex, self.not_empty, self.not_full, row)
        if _newest:
            self.is_shutdown = False

    def task_done(self):
        with self.all_tasks_done:
            left = self.unfinished_tasks - 1
            if left <= 0:
                if left < 0:
                    raise ValueError('task_done() called too many times')  # @75
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = left

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()  # @90

    def qsize(self):
        with self.mutex:
            threading._poll(self._trace)
            return self._qsize()  # @95

    def empty(self):
        with self.mutex:
            threading._poll(self._trace)
            return not self._qsize()  # @109

    def full(self):
        with self.mutex:
            threading._poll(self._trace)
            return 0 < self.maxsize <= self._qsize()  # @120

    def put(self, item, block=True, timeout=None):
        direct = self._direct
        if direct is not None and timeout is None and _put_now(direct, self, item):
            return
        with self.not_full:
            if _newest and self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:  # @134
                if not block:
                    if self._qsize() >= self.maxsize:
                        threading._poll(self._trace)
                        raise Full  # @137
                elif timeout is None:
                    while self._qsize() >= self.maxsize:
                        self.not_full.wait()  # @140
                        if _newest and self.is_shutdown:
                            raise ShutDown
                elif timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")  # @142
                else:
                    end = _now() + timeout
                    while self._qsize() >= self.maxsize:
                        left = end - _now()
                        if left <= 0.0:
                            raise Full  # @148
                        self.not_full.wait(left)  # @149
                        if _newest and self.is_shutdown:
                            raise ShutDown
            self._put(item)  # @150
            self.unfinished_tasks += 1
            threading._event(self._trace, "put", self._qsize())
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        direct = self._direct
        if direct is not None and timeout is None:
            item = _get_now(direct, self)
            if item is not direct:
                return item
        with self.not_empty:
            if _newest and self.is_shutdown and not self._qsize():
                raise ShutDown
            if not block:
                if not self._qsize():
                    threading._poll(self._trace)
                    raise Empty  # @168
            elif timeout is None:
                while not self._qsize():
                    self.not_empty.wait()  # @171
                    if _newest and self.is_shutdown and not self._qsize():
                        raise ShutDown
            elif timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")  # @173
            else:
                end = _now() + timeout
                while not self._qsize():
                    left = end - _now()
                    if left <= 0.0:
                        raise Empty  # @179
                    self.not_empty.wait(left)  # @180
                    if _newest and self.is_shutdown and not self._qsize():
                        raise ShutDown
            item = self._get()  # @181
            threading._event(self._trace, "get", self._qsize())
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)  # @191

    def get_nowait(self):
        return self.get(block=False)  # @199

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(GenericAlias)


class PriorityQueue(Queue):
    "The smallest item first."

    _row_kind = "channel queue.PriorityQueue"

    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        heappush(self.queue, item)  # @236

    def _get(self):
        return heappop(self.queue)  # @239


class LifoQueue(Queue):
    "The newest item first."

    _row_kind = "channel queue.LifoQueue"

    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


if _newest:

    class ShutDown(Exception):
        "Raised by put() and get() of a queue that is shut down."

    def _shutdown(self, immediate=False):
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    Queue.shutdown = _shutdown
    __all__.append("ShutDown")
