"""The event loop: callbacks in order, timers by their time, and what other threads ask for.

One pass calls the callbacks, also those that they add, then waits for the first timer, then fires what is due. Source of
the order: libev's `ev_run` and gevent's `run_callbacks`.
"""

import time as _time
from collections import deque
from heapq import heapify, heappop, heappush

# After this many callbacks the loop looks whether it has called them for too long.
_CALLBACKS_A_LOOK = 50
_SWITCH_INTERVAL_NS = 5_000_000
# epoll waits whole milliseconds.
_POLL_STEP_NS = 1_000_000


class callback:
    __slots__ = ("callback", "args")

    def __init__(self, function, args):
        self.callback = function
        self.args = args

    def stop(self):
        self.callback = None
        self.args = None

    close = stop

    # True also while it runs: whoever wants to schedule it again need not.
    def __bool__(self):
        return self.args is not None

    @property
    def pending(self):
        return self.callback is not None

    def __repr__(self):
        if self.args is None:
            return "<callback at %#x stopped>" % id(self)
        state = " pending" if self.callback is not None else ""
        return "<callback at %#x%s args=%r>" % (id(self), state, self.args)


class _Watcher:
    """Something that calls back when it happens; an active one keeps the loop going unless `ref` is False."""

    pending = False

    def __init__(self, loop, ref=True):
        self.loop = loop
        self._ref = ref
        self.active = False
        self.callback = None
        self.args = None

    @property
    def ref(self):
        return self._ref

    @ref.setter
    def ref(self, ref):
        if self.active and ref != self._ref:
            self.loop._refs += 1 if ref else -1
        self._ref = ref

    def start(self, function, *args):
        if not callable(function):
            raise TypeError("Expected callable, not %r" % (function,))
        self.callback = function
        self.args = args
        if not self.active:
            self.active = True
            if self._ref:
                self.loop._refs += 1
            self._begin()

    def stop(self):
        self.callback = None
        self.args = None
        if self.active:
            self.active = False
            if self._ref:
                self.loop._refs -= 1
            self._end()

    def close(self):
        self.stop()

    def _begin(self):
        pass

    def _end(self):
        pass

    def _fire(self):
        try:
            self.callback(*self.args)
        except BaseException as failure:
            self.loop.handle_error(self, failure)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    def __repr__(self):
        state = " active" if self.active else ""
        return "<%s at %#x%s>" % (type(self).__name__, id(self), state)


class timer(_Watcher):
    def __init__(self, loop, after=0.0, repeat=0.0, ref=True, priority=0):
        if repeat < 0.0:
            raise ValueError("repeat must be positive or zero: %r" % repeat)
        self.loop = loop
        self._ref = ref
        self.active = False
        self.callback = None
        self.args = None
        self.priority = priority
        self._after_ns = int(after * 1e9)
        self._repeat_ns = int(repeat * 1e9)
        self._entry = None

    def start(self, function, *args, update=False):
        if not callable(function):
            raise TypeError("Expected callable, not %r" % (function,))
        loop = self.loop
        if update:
            loop._now_ns = _clock()
        self.callback = function
        self.args = args
        if not self.active:
            self.active = True
            if self._ref:
                loop._refs += 1
            self._entry = loop._add_timer(loop._now_ns + self._after_ns, self)

    def again(self, function, *args, update=True):
        self.stop()
        self._after_ns = self._repeat_ns or self._after_ns
        self.start(function, *args, update=update)

    def _end(self):
        if self._entry is not None:
            self._entry[2] = None
            self._entry = None
            self.loop._cancelled += 1

    def _fire(self):
        function, args = self.callback, self.args
        if self._repeat_ns:
            self._entry = self.loop._add_timer(self.loop._now_ns + self._repeat_ns, self)
        else:
            self._entry = None
            self.stop()
        try:
            function(*args)
        except BaseException as failure:
            self.loop.handle_error(self, failure)


class async_(_Watcher):
    """What another thread may send."""

    def __init__(self, loop, ref=True, priority=None):
        _Watcher.__init__(self, loop, ref)

    def send(self):
        self.loop._sent.append(self)
        _ring(self.loop._bell)

    def send_ignoring_arg(self, _ignored):
        self.send()


class idle(_Watcher):
    """Happens when nothing else does."""

    priority = 0

    def _begin(self):
        self.loop._idle.append(self)

    def _end(self):
        self.loop._idle.remove(self)


class io(_Watcher):
    """A descriptor that may be read (1) or written (2)."""

    def __init__(self, loop, fd, events, ref=True):
        if fd < 0:
            raise ValueError("fd must be non-negative: %r" % fd)
        if events & ~3:
            raise ValueError("illegal event mask: %r" % events)
        _Watcher.__init__(self, loop, ref)
        self.fd = fd
        self.events = events

    def _tables(self):
        if self.events & 1:
            yield self.loop._readers
        if self.events & 2:
            yield self.loop._writers

    def _begin(self):
        for table in self._tables():
            table.setdefault(self.fd, []).append(self)

    def _end(self):
        for table in self._tables():
            table[self.fd].remove(self)
            if not table[self.fd]:
                del table[self.fd]


class loop:
    default = True

    def __init__(self):
        self._callbacks = deque()
        self._timers = []
        self._started = 0
        self._cancelled = 0
        self._refs = 0
        self._bell = _bell()
        self._sent = deque()
        self._idle = []
        # Who waits to read a descriptor, and who to write it.
        self._readers = {}
        self._writers = {}
        self._now_ns = _clock()
        self.error_handler = None

    def run_callback(self, function, *args):
        entry = callback(function, args)
        self._callbacks.append(entry)
        return entry

    def run_callback_threadsafe(self, function, *args):
        entry = callback(function, args)
        self._callbacks.append(entry)
        _ring(self._bell)
        return entry

    def timer(self, after, repeat=0.0, ref=True, priority=0):
        return timer(self, after, repeat, ref, priority)

    def async_(self, ref=True, priority=None):
        return async_(self, ref)

    def ready(self, readers, writers):
        return _ready(readers, writers)

    def io(self, fd, events, ref=True, priority=None):
        return io(self, fd, events, ref)

    def idle(self, ref=True, priority=None):
        return idle(self, ref)

    def now(self):
        return _time.time() - (_clock() - self._now_ns) / 1e9

    def update_now(self):
        self._now_ns = _clock()

    update = update_now

    def _add_timer(self, at_ns, watcher):
        if self._cancelled > 64 and self._cancelled * 2 > len(self._timers):
            self._timers = [entry for entry in self._timers if entry[2] is not None]
            heapify(self._timers)
            self._cancelled = 0
        self._started += 1
        entry = [at_ns, self._started, watcher]
        heappush(self._timers, entry)
        return entry

    def run(self):
        callbacks = self._callbacks
        while True:
            if callbacks:
                self._run_callbacks(callbacks)
            self._now_ns = now_ns = _clock()
            if not callbacks and self._refs > 0 and not self._sent:
                first_ns = self._first_timer()
                if self._idle:
                    first_ns = now_ns
                elif first_ns is not None:
                    late_ns = max(first_ns - now_ns, 0)
                    first_ns = now_ns + (late_ns // _POLL_STEP_NS + 1) * _POLL_STEP_NS
                self._poll(first_ns)
                self._now_ns = now_ns = _clock()
            elif self._readers or self._writers:
                self._poll(now_ns)
            is_quiet = not callbacks and not self._sent
            if self._timers:
                is_quiet = not self._fire_timers(now_ns) and is_quiet
            while self._sent:
                watcher = self._sent.popleft()
                if watcher.active:
                    watcher._fire()
            if self._idle and is_quiet:
                for watcher in list(self._idle):
                    if watcher.active:
                        watcher._fire()
            if not callbacks and self._refs <= 0 and not self._sent:
                return

    def _run_callbacks(self, callbacks):
        until_ns = self._now_ns + _SWITCH_INTERVAL_NS
        count = _CALLBACKS_A_LOOK
        while callbacks:
            entry = callbacks.popleft()
            function = entry.callback
            if function is not None:
                entry.callback = None
                try:
                    function(*entry.args)
                except BaseException as failure:
                    self.handle_error(entry, failure)
                entry.args = None
            count -= 1
            if not count:
                if callbacks and _clock() >= until_ns:
                    break
                count = _CALLBACKS_A_LOOK

    def _first_timer(self):
        timers = self._timers
        while timers and timers[0][2] is None:
            heappop(timers)
            self._cancelled -= 1
        return timers[0][0] if timers else None

    def _fire_timers(self, now_ns):
        due = []
        timers = self._timers
        while timers and timers[0][0] < now_ns:
            entry = heappop(timers)
            if entry[2] is None:
                self._cancelled -= 1
            else:
                due.append(entry)
        if not due:
            return False
        # A higher priority goes first; sorting keeps the order of time.
        if len(due) > 1 and any(entry[2].priority for entry in due):
            due.sort(key=lambda entry: -entry[2].priority)
        for entry in due:
            watcher = entry[2]
            # An earlier one may have stopped it.
            if watcher is not None:
                watcher._entry = None
                watcher._fire()
            else:
                self._cancelled -= 1
        return True

    def _poll(self, until_ns):
        readers, writers = self._readers, self._writers
        to_read, to_write = _wait(self._bell, until_ns, list(readers), list(writers))
        for fds, watchers in ((to_read, readers), (to_write, writers)):
            for fd in fds:
                self._sent.extend(watchers.get(fd, ()))

    def handle_error(self, context, failure):
        handler = self.error_handler
        if handler is None:
            raise failure
        handler.handle_error(context, type(failure), failure, failure.__traceback__)

    def _format(self):
        return "epoll default pending=%d ref=%d fileno=3" % (len(self._callbacks), max(self._refs, 0))

    def __repr__(self):
        return "<loop at %#x %s>" % (id(self), self._format())

    def debug(self):
        return []

    def reinit(self):
        pass

    def destroy(self):
        return True

    @property
    def activecnt(self):
        return self._refs + len(self._callbacks)
