"""`Group` and `Pool`: greenlets that are counted, and mapping over them."""

from gevent.event import Event
from gevent.greenlet import Greenlet, joinall
from gevent.hub import GreenletExit
from gevent.hub import kill as _kill
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import Full, UnboundQueue
from gevent.timeout import Timeout
from greenlet import getcurrent

__all__ = ["Group", "Pool", "PoolFull"]


class _Failure:
    __slots__ = ("exception", "raise_it")

    def __init__(self, exception, raise_it=None):
        self.exception = exception
        self.raise_it = raise_it


class IMapUnordered(Greenlet):
    """Spawns a greenlet for each item; an iterator over their results as they come."""

    def __init__(self, func, iterable, spawn, maxsize=None, _zipped=False):
        Greenlet.__init__(self)
        self.spawn = spawn
        self._zipped = _zipped
        self.func = func
        self.iterable = iterable
        self.queue = UnboundQueue()
        self._room = Semaphore(maxsize) if maxsize else None
        self._running = 0
        self._last = -1
        self.finished = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._room is not None:
            self._room.release()
        value = self._take()
        if isinstance(value, _Failure):
            if value.raise_it:
                value.raise_it()
            raise value.exception
        return value

    next = __next__

    def _take(self):
        return self.queue.get()

    def _run(self):
        try:
            func, spawn = self.func, self.spawn
            for item in self.iterable:
                self._last += 1
                if self._room is not None:
                    self._room.acquire()
                self._running += 1
                made = spawn(func, *item) if self._zipped else spawn(func, item)
                made._imap_task_index = self._last
                made.rawlink(self._one_done)
            self._all_spawned(None)
        except BaseException as failure:
            self._all_spawned(failure)
            raise
        finally:
            self.spawn = self.func = self.iterable = self._room = None

    def _one_done(self, greenlet):
        self._running -= 1
        is_last = self.ready() and self._running <= 0 and not self.finished
        if is_last:
            self.finished = True
        if greenlet.successful():
            value = greenlet.value
        else:
            value = _Failure(greenlet.exception, greenlet._raise_exception)
        self.queue.put(self._entry(greenlet._imap_task_index, value))
        if is_last:
            self.queue.put(self._entry(self._last + 1, _Failure(StopIteration())))

    def _all_spawned(self, failure):
        if self.finished:
            return
        if failure is not None:
            self.finished = True
            self.queue.put(self._entry(self._last + 1, _Failure(failure, self._raise_exception)))
        elif self._running <= 0:
            self.finished = True
            self.queue.put(self._entry(self._last + 1, _Failure(StopIteration())))

    def _entry(self, index, value):
        return value


class IMap(IMapUnordered):
    """The same in the order of the items."""

    def __init__(self, *args, **kwargs):
        self._early = {}
        self.index = 0
        IMapUnordered.__init__(self, *args, **kwargs)

    def _entry(self, index, value):
        return index, value

    def _take(self):
        while self.index not in self._early:
            index, value = self.queue.get()
            self._early[index] = value
        value = self._early.pop(self.index)
        self.index += 1
        return value


class _PassValue:
    __slots__ = ("callback",)

    def __init__(self, callback):
        self.callback = callback

    def __call__(self, source):
        if source.successful():
            self.callback(source.value)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, "callback", other)


class GroupMappingMixin:
    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            self._apply_async_cb_spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        args = args or ()
        kwds = kwds or {}
        if self._apply_async_use_greenlet():
            return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)
        made = self.spawn(func, *args, **kwds)
        if callback is not None:
            made.link(_PassValue(callback))
        return made

    def apply(self, func, args=None, kwds=None):
        args = args or ()
        kwds = kwds or {}
        if self._apply_immediately():
            return func(*args, **kwds)
        return self.spawn(func, *args, **kwds).get()

    def _map(self, func, iterable):
        made = [self.spawn(func, item) for item in iterable]
        return [one.get() for one in made]

    def map(self, func, iterable):
        return Greenlet.spawn(self._map, func, iterable).get()

    def map_cb(self, func, iterable, callback=None):
        result = self.map(func, iterable)
        if callback is not None:
            callback(result)
        return result

    def map_async(self, func, iterable, callback=None):
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def imap(self, func, *iterables, maxsize=None):
        return IMap.spawn(func, zip(*iterables), spawn=self.spawn, _zipped=True, maxsize=maxsize)

    def imap_unordered(self, func, *iterables, maxsize=None):
        return IMapUnordered.spawn(func, zip(*iterables), spawn=self.spawn, _zipped=True, maxsize=maxsize)


class Group(GroupMappingMixin):
    greenlet_class = Greenlet

    def __init__(self, *args):
        assert len(args) <= 1, args
        self.greenlets = set(*args)
        for greenlet in self.greenlets:
            greenlet.rawlink(self._discard)
        self.dying = set()
        self._empty_event = Event()
        self._empty_event.set()

    def __repr__(self):
        return "<%s at 0x%x %s>" % (type(self).__name__, id(self), self.greenlets)

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(self.greenlets)

    def add(self, greenlet):
        rawlink = getattr(greenlet, "rawlink", None)
        if rawlink is not None:
            rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty_event.clear()

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty_event.set()

    def discard(self, greenlet):
        self._discard(greenlet)
        unlink = getattr(greenlet, "unlink", None)
        if unlink is not None:
            unlink(self._discard)

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        greenlet = self.greenlet_class(*args, **kwargs)
        self.start(greenlet)
        return greenlet

    def join(self, timeout=None, raise_error=False):
        greenlets = list(self.greenlets) if raise_error else ()
        result = self._empty_event.wait(timeout=timeout)
        for greenlet in greenlets:
            if greenlet.exception is not None:
                if hasattr(greenlet, "_raise_exception"):
                    greenlet._raise_exception()
                raise greenlet.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            while self.greenlets:
                for greenlet in list(self.greenlets):
                    if greenlet in self.dying:
                        continue
                    if hasattr(greenlet, "kill"):
                        greenlet.kill(exception, block=False)
                    else:
                        _kill(greenlet, exception)
                    self.dying.add(greenlet)
                if not block:
                    break
                joinall(self.greenlets)
        except Timeout as expired:
            if expired is not timer:
                raise
        finally:
            timer.cancel()

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet not in self.dying and greenlet in self.greenlets:
            greenlet.kill(exception, block=False)
            self.dying.add(greenlet)
            if block:
                greenlet.join(timeout)

    def full(self):
        return False

    def wait_available(self, timeout=None):
        pass

    def _apply_immediately(self):
        # Waiting for another of the group could be for ever.
        return getcurrent() in self

    def _apply_async_cb_spawn(self, callback, result):
        Greenlet.spawn(callback, result)

    def _apply_async_use_greenlet(self):
        return self.full()


class PoolFull(Full):
    pass


class Pool(Group):
    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError("size must not be negative: %r" % (size,))
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore(size) if size is None else Semaphore(size)

    def wait_available(self, timeout=None):
        return self._semaphore.wait(timeout=timeout)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        if self.size is None:
            return 1
        return max(0, self.size - len(self))

    def start(self, greenlet, *args, **kwargs):
        self.add(greenlet, *args, **kwargs)
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        if not self._semaphore.acquire(blocking=blocking, timeout=timeout):
            raise PoolFull()
        try:
            Group.add(self, greenlet)
        except BaseException:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        Group._discard(self, greenlet)
        self._semaphore.release()
