"""`multiprocessing.queues`: queues between processes, a pipe each.

Order, errors and switch points are those of CPython's Lib/multiprocessing/queues.py (semantics, rule 41): put() keeps the
value in this process, a thread pickles it later and writes it. A comment `# @n` names the line that CPython 3.11 shows.
"""

import errno
import os
import threading
import time
from collections import deque
from queue import Empty, Full
from types import GenericAlias

from multiprocessing import connection, context
from multiprocessing.reduction import ForkingPickler as _ForkingPickler
from multiprocessing.util import Finalize, debug, info, is_exiting, register_after_fork

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]

_SENTINEL = object()


class Queue:
    _row_kind = "channel multiprocessing.Queue"

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            from multiprocessing.synchronize import SEM_VALUE_MAX as maxsize
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()
        self._sem = ctx.BoundedSemaphore(maxsize)
        self._reset_trace()
        for own in (self._rlock, self._wlock, self._sem):
            own._semlock._show(self._trace, False)
        self._opid = os.getpid()
        self._ignore_epipe = False
        self._reset()
        register_after_fork(self, Queue._reset)

    def __getstate__(self):
        context.assert_spawning(self)
        return (
            self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem, self._opid
        )

    def __setstate__(self, state):
        (
            self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem, self._opid
        ) = state
        self._reset_trace()
        self._reset()

    def _reset_trace(self):
        self._trace = threading._row(self._row_kind, self)
        self._reader._row = self._writer._row = self._trace

    def _reset(self):
        self._notempty = threading.Condition(threading._inner_lock(None), _row_kind=None)
        self._buffer = deque()
        self._thread = None
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None
        self._send_bytes = self._writer._send_bytes
        self._recv_bytes = self._reader.recv_bytes
        self._poll = self._reader.poll

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")  # @88
        if not self._sem.acquire(block, timeout):
            raise Full  # @90
        with self._notempty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._notempty.notify()

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")  # @100
        if block and timeout is None:
            with self._rlock:
                res = self._recv_bytes()  # @103
            self._sem.release()
        else:
            if block:
                end = time.monotonic() + timeout
            if not self._rlock.acquire(block, timeout):
                raise Empty  # @109
            try:
                if block:
                    timeout = end - time.monotonic()
                    if not self._poll(timeout):
                        raise Empty  # @114
                elif not self._poll():
                    raise Empty  # @116
                res = self._recv_bytes()  # @117
                self._sem.release()
            finally:
                self._rlock.release()
        return _ForkingPickler.loads(res)  # @122

    def qsize(self):
        return self._maxsize - self._sem._semlock._get_value()

    def empty(self):
        return not self._poll()

    def full(self):
        return self._sem._semlock._is_zero()

    def get_nowait(self):
        return self.get(False)  # @135

    def put_nowait(self, obj):
        return self.put(obj, False)  # @138

    def close(self):
        self._closed = True
        close, self._close = self._close, None
        if close:
            close()

    def join_thread(self):
        debug("Queue.join_thread()")
        assert self._closed, "Queue {0!r} not closed".format(self)
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        debug("Queue.cancel_join_thread()")
        self._joincancelled = True
        if self._jointhread is not None:
            self._jointhread.cancel()

    def _start_thread(self):
        debug("Queue._start_thread()")
        connection._name_messages(self._writer._handle, self._trace)
        self._buffer.clear()
        self._thread = threading.Thread(target=self._feed, name="QueueFeederThread", daemon=True)
        debug("doing self._thread.start()")
        self._thread.start()
        debug("... done self._thread.start()")
        if not self._joincancelled:
            self._jointhread = Finalize(self._thread, _join_feeder, [self._thread], exitpriority=-5)
        self._close = Finalize(self, _end_feeder, [self._buffer, self._notempty], exitpriority=10)

    def _feed(self):
        debug("starting thread to feed data to pipe")
        waiting = self._buffer
        changed = self._notempty
        send_bytes = self._send_bytes
        while True:
            try:
                with changed:
                    if not waiting:
                        changed.wait()
                while waiting:
                    obj = waiting.popleft()
                    if obj is _SENTINEL:
                        debug("feeder thread got sentinel -- exiting")
                        self._reader.close()
                        self._writer.close()
                        return
                    obj = _ForkingPickler.dumps(obj)  # @244
                    with self._wlock:
                        send_bytes(obj)  # @250
            except Exception as error:
                if self._ignore_epipe and getattr(error, "errno", 0) == errno.EPIPE:
                    return
                if is_exiting():
                    info("error in queue thread: %s", error)
                    return
                # What was not sent does not count any more.
                self._sem.release()
                self._on_queue_feeder_error(error, obj)

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        import traceback

        traceback.print_exc()

    __class_getitem__ = classmethod(GenericAlias)


def _join_feeder(thread):
    debug("joining queue thread")
    thread.join()
    debug("... queue thread joined")


def _end_feeder(waiting, changed):
    debug("telling queue thread to quit")
    with changed:
        waiting.append(_SENTINEL)
        changed.notify()


class JoinableQueue(Queue):
    _row_kind = "channel multiprocessing.JoinableQueue"

    def __init__(self, maxsize=0, *, ctx):
        Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished_tasks = ctx.Semaphore(0)
        self._cond = ctx.Condition()
        self._unfinished_tasks._semlock._show(self._trace, False)
        self._cond._lock._semlock._show(self._trace, False)
        self._cond._show(self._trace)

    def __getstate__(self):
        return Queue.__getstate__(self) + (self._cond, self._unfinished_tasks)

    def __setstate__(self, state):
        Queue.__setstate__(self, state[:-2])
        self._cond, self._unfinished_tasks = state[-2:]

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")  # @310
        if not self._sem.acquire(block, timeout):
            raise Full  # @312
        with self._notempty, self._cond:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._unfinished_tasks.release()
            self._notempty.notify()

    def task_done(self):
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError('task_done() called too many times')  # @324
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    def __init__(self, *, ctx):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()
        row = threading._row("channel multiprocessing.SimpleQueue", self)
        for own in (self._rlock, self._wlock):
            own._semlock._show(row, False)
        self._reader._row = self._writer._row = row
        self._poll = self._reader.poll

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._poll()

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._reader, self._writer, self._rlock, self._wlock)

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state
        self._poll = self._reader.poll

    def get(self):
        with self._rlock:
            res = self._reader.recv_bytes()  # @365
        return _ForkingPickler.loads(res)  # @367

    def put(self, obj):
        obj = _ForkingPickler.dumps(obj)  # @371
        with self._wlock:
            self._writer.send_bytes(obj)  # @377

    __class_getitem__ = classmethod(GenericAlias)
