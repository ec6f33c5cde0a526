"""Queues of greenlets. A put or a get that somebody waits for is seen to by the hub, in a callback.

(Over 400 lines because the orders and the channel share who waits, and how.)
"""

import heapq as _heapq
from collections import deque as _deque
from queue import Empty, Full

from gevent.event import Event
from gevent.exceptions import InvalidSwitchError
from gevent.hub import Waiter, get_hub
from gevent.timeout import Timeout
from greenlet import _waits, getcurrent
from threading import _event, _row

__all__ = ["Queue", "PriorityQueue", "LifoQueue", "SimpleQueue", "JoinableQueue", "Channel", "ShutDown", "Empty", "Full"]


class ShutDown(Exception):
    pass


class _ItemWaiter(Waiter):
    __slots__ = ("item", "queue")

    def __init__(self, item, queue):
        Waiter.__init__(self)
        self.item = item
        self.queue = queue

    def put_and_switch(self):
        self.queue._put(self.item)
        return self.switch(self)


def _drop(waiters, waiter):
    if waiter in waiters:
        waiters.remove(waiter)


class SimpleQueue:
    _row_kind = "channel gevent.queue.Queue"

    @classmethod
    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)

    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        if maxsize is not None and maxsize <= 0:
            if maxsize == 0:
                import warnings

                warnings.warn(
                    "Queue(0) now equivalent to Queue(None); if you want a channel, use Channel",
                    DeprecationWarning,
                    stacklevel=_warn_depth,
                )
            maxsize = None
        self._maxsize = -1 if maxsize is None else maxsize
        self._trace = _row(self._row_kind, self)
        self.getters = _deque()
        self.putters = _deque()
        self.hub = get_hub()
        self._event_unlock = None
        self.is_shutdown = False
        self.queue = None
        if items:
            self._init(maxsize, items)
        else:
            self._init(maxsize)

    def _init(self, maxsize, items=()):
        self.queue = self._create_queue(items)

    def _create_queue(self, items=()):
        return _deque(items)

    def _qsize(self):
        return len(self.queue)

    def _get(self):
        return self.queue.popleft()

    def _put(self, item):
        self.queue.append(item)

    def _peek(self):
        return self.queue[0]

    @property
    def maxsize(self):
        return self._maxsize if self._maxsize > 0 else None

    @maxsize.setter
    def maxsize(self, maxsize):
        self._maxsize = -1 if maxsize is None or maxsize <= 0 else maxsize

    def copy(self):
        return type(self)(self.maxsize, self.queue)

    def __repr__(self):
        return "<%s at %s%s>" % (type(self).__name__, hex(id(self)), self._format())

    def __str__(self):
        return "<%s%s>" % (type(self).__name__, self._format())

    def _format(self):
        parts = []
        if self.maxsize is not None:
            parts.append("maxsize=%r" % (self.maxsize,))
        if self.queue:
            parts.append("queue=%r" % (self.queue,))
        if self.getters:
            parts.append("getters[%s]" % len(self.getters))
        if self.putters:
            parts.append("putters[%s]" % len(self.putters))
        return " " + " ".join(parts) if parts else ""

    def qsize(self):
        return self._qsize()

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def empty(self):
        return not self.qsize()

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    def put(self, item, block=True, timeout=None):
        if self.is_shutdown:
            raise ShutDown
        if self._maxsize == -1 or self.qsize() < self._maxsize:
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            self._put(item)
            _event(self._trace, "put", self.qsize())
            if self.getters:
                self._schedule_unlock()
            return
        if self.hub is getcurrent():
            # The hub can't wait; a getter may make room.
            while self.getters and self.qsize() and self.qsize() >= self._maxsize:
                getter = self.getters.popleft()
                getter.switch(getter)
            if self.qsize() >= self._maxsize:
                raise Full
            self._put(item)
            return
        if not block:
            raise Full
        waiter = _ItemWaiter(item, self)
        self.putters.append(waiter)
        timer = Timeout._start_new_or_dummy(timeout, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            _waits(self._trace)
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError("Invalid switch into Queue.put: %r" % (result,))
        finally:
            timer.cancel()
            _drop(self.putters, waiter)

    def put_nowait(self, item):
        self.put(item, False)

    def _wait_for_item(self, take, block, timeout):
        if self.is_shutdown:
            raise ShutDown
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if self.hub is getcurrent():
            while self.putters:
                self.putters.popleft().put_and_switch()
                if self.qsize():
                    return take()
            raise Empty
        if not block:
            raise Empty
        waiter = Waiter()
        timer = Timeout._start_new_or_dummy(timeout, Empty)
        try:
            self.getters.append(waiter)
            if self.putters:
                self._schedule_unlock()
            _waits(self._trace)
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError("Invalid switch into Queue.get: %r" % (result,))
            item = take()
            _event(self._trace, "get", self.qsize())
            return item
        finally:
            timer.cancel()
            _drop(self.getters, waiter)

    def get(self, block=True, timeout=None):
        if self.qsize():
            if self.putters:
                self._schedule_unlock()
            item = self._get()
            _event(self._trace, "get", self.qsize())
            return item
        return self._wait_for_item(self._get, block, timeout)

    def get_nowait(self):
        return self.get(False)

    def peek(self, block=True, timeout=None):
        if self.qsize():
            return self._peek()
        return self._wait_for_item(self._peek, block, timeout)

    def peek_nowait(self):
        return self.peek(False)

    def _schedule_unlock(self):
        if not self._event_unlock:
            self._event_unlock = self.hub.loop.run_callback(self._unlock)

    def _unlock(self):
        again = True
        while again:
            again = False
            if self.putters and (self._maxsize == -1 or self.qsize() < self._maxsize):
                again = True
                putter = self.putters.popleft()
                try:
                    self._put(putter.item)
                except BaseException as failure:
                    putter.throw(failure)
                else:
                    putter.switch(putter)
            if self.getters and self.qsize():
                again = True
                getter = self.getters.popleft()
                getter.switch(getter)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item

    next = __next__


class Queue(SimpleQueue):
    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        SimpleQueue.__init__(self, maxsize, items, _warn_depth=3)
        self._cond = Event()
        self._cond.set()
        self.unfinished_tasks = unfinished_tasks or (len(items) if items else 0)
        if self.unfinished_tasks:
            self._cond.clear()

    def copy(self):
        return type(self)(self.maxsize, self.queue, self.unfinished_tasks)

    def _format(self):
        text = SimpleQueue._format(self)
        if self.unfinished_tasks:
            text += " tasks=%s _cond=%s" % (self.unfinished_tasks, self._cond)
        return text

    def _put(self, item):
        self.queue.append(item)
        self._did_put_task()

    def _did_put_task(self):
        self.unfinished_tasks += 1
        self._cond._flag = False

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            self._cond.set()

    def join(self, timeout=None):
        return self._cond.wait(timeout=timeout)

    def shutdown(self, immediate=False):
        self.is_shutdown = True
        if immediate:
            while self.qsize():
                self.get()
                self.task_done()
        waiting = list(self.getters) + list(self.putters)
        self.getters.clear()
        self.putters.clear()
        for waiter in waiting:
            self.hub.loop.run_callback(waiter.throw, ShutDown)


JoinableQueue = Queue


class UnboundQueue(Queue):
    def __init__(self, maxsize=None, items=()):
        if maxsize is not None:
            raise ValueError("UnboundQueue has no maxsize")
        Queue.__init__(self, maxsize, items)


class PriorityQueue(Queue):
    _row_kind = "channel gevent.queue.PriorityQueue"

    def _create_queue(self, items=()):
        heap = list(items)
        _heapq.heapify(heap)
        return heap

    def _put(self, item):
        _heapq.heappush(self.queue, item)
        self._did_put_task()

    def _get(self):
        return _heapq.heappop(self.queue)


class LifoQueue(Queue):
    _row_kind = "channel gevent.queue.LifoQueue"

    def _create_queue(self, items=()):
        return list(items)

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class Channel:
    @classmethod
    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)

    def __init__(self, maxsize=1):
        if maxsize != 1:
            raise ValueError("Channels have a maxsize of 1")
        self._trace = _row("channel gevent.queue.Channel", self)
        self.getters = _deque()
        self.putters = _deque()
        self.hub = get_hub()
        self._event_unlock = None

    def __repr__(self):
        return "<%s at %s %s>" % (type(self).__name__, hex(id(self)), self._format())

    def __str__(self):
        return "<%s %s>" % (type(self).__name__, self._format())

    def _format(self):
        text = ""
        if self.getters:
            text += " getters[%s]" % len(self.getters)
        if self.putters:
            text += " putters[%s]" % len(self.putters)
        return text

    @property
    def balance(self):
        return len(self.putters) - len(self.getters)

    def qsize(self):
        return 0

    def empty(self):
        return True

    full = empty

    def put(self, item, block=True, timeout=None):
        if self.hub is getcurrent():
            if not self.getters:
                raise Full
            self.getters.popleft().switch(item)
            return
        waiter = Waiter()
        entry = (item, waiter)
        self.putters.append(entry)
        timer = Timeout._start_new_or_dummy(timeout if block else 0, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            _waits(self._trace)
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError("Invalid switch into Channel.put: %r" % (result,))
        except BaseException:
            _drop(self.putters, entry)
            raise
        finally:
            timer.cancel()

    def put_nowait(self, item):
        self.put(item, False)

    def get(self, block=True, timeout=None):
        if self.hub is getcurrent() and self.putters:
            item, putter = self.putters.popleft()
            self.hub.loop.run_callback(putter.switch, putter)
            return item
        waiter = Waiter()
        timer = Timeout._start_new_or_dummy(timeout if block else 0, Empty)
        try:
            self.getters.append(waiter)
            if self.putters:
                self._schedule_unlock()
            _waits(self._trace)
            return waiter.get()
        except BaseException:
            _drop(self.getters, waiter)
            raise
        finally:
            timer.close()

    def get_nowait(self):
        return self.get(False)

    def _schedule_unlock(self):
        if not self._event_unlock:
            self._event_unlock = self.hub.loop.run_callback(self._unlock)

    def _unlock(self):
        while self.putters and self.getters:
            getter = self.getters.popleft()
            item, putter = self.putters.popleft()
            getter.switch(item)
            putter.switch(putter)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item

    next = __next__


for _class in (SimpleQueue, Queue, UnboundQueue, PriorityQueue, LifoQueue, Channel):
    _class.__module__ = "gevent._gevent_cqueue"
