"""The hub: the greenlet that runs a thread's loop, and what waits by switching to it.

(Over 400 lines because whatever waits and the hub that it switches to know each other.)
"""

import sys
import time as _time

import _start
from gevent._native import get_ident as _get_ident
from gevent._loop import _spend
from gevent._loop import loop as _loop
from gevent.exceptions import (
    BlockingSwitchOutError,
    ConcurrentObjectUseError,
    HubDestroyed,
    InvalidSwitchError,
    InvalidThreadUseError,
    LoopExit,
)
from greenlet import GreenletExit, _lane, _waits, getcurrent, greenlet

__all__ = ["getcurrent", "GreenletExit", "spawn_raw", "sleep", "kill", "signal", "reinit", "get_hub", "Hub", "Waiter"]

_MAIN_THREAD = _get_ident()
# What a greenlet's lane shows where it waits for no object.
_SLEEP, _NETWORK, _TURN = 1, 2, 3
_NOTHING = object()
_hubs = {}


def get_hub():
    hub = _hubs.get(_get_ident())
    if hub is None:
        hub = _hubs[_get_ident()] = Hub()
    return hub


get_hub_noargs = get_hub


def get_hub_if_exists():
    return _hubs.get(_get_ident())


def set_hub(hub):
    if hub is None:
        _hubs.pop(_get_ident(), None)
    else:
        _hubs[_get_ident()] = hub


class Hub(greenlet):
    SYSTEM_ERROR = (KeyboardInterrupt, SystemExit, SystemError)
    NOT_ERROR = (GreenletExit, SystemExit)
    threadpool_size = 10
    name = ""
    _count = 0

    def __init__(self, loop=None, default=None):
        greenlet.__init__(self, None, None)
        self.thread_ident = _get_ident()
        self.loop = _loop()
        self._resolver = None
        self._threadpool = None
        self._idents = 0
        Hub._count += 1
        self.minimal_ident = Hub._count

    @property
    def main_hub(self):
        return self.thread_ident == _MAIN_THREAD

    def __repr__(self):
        info = "destroyed" if self.loop is None else self.loop._format()
        text = "<%s %r at 0x%x %s" % (type(self).__name__, self.name, id(self), info)
        if self._threadpool is not None:
            text += " threadpool=%r" % self._threadpool
        return text + " thread_ident=%s>" % hex(self.thread_ident)

    def switch(self):
        if getcurrent() is self:
            raise BlockingSwitchOutError("Impossible to call blocking function in the event loop callback")
        return greenlet.switch(self)

    def switch_out(self):
        raise BlockingSwitchOutError("Impossible to call blocking function in the event loop callback")

    def run(self):
        while True:
            loop = self.loop
            loop.error_handler = self
            try:
                loop.run()
            finally:
                loop.error_handler = None
            self.parent.throw(LoopExit("This operation would block forever", self, loop.debug()))

    def wait(self, watcher):
        waiter = Waiter(self)
        watcher.start(waiter.switch, waiter)
        try:
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(
                    "Invalid switch into %s: got %r (expected %r; waiting on %r with %r)"
                    % (getcurrent(), result, waiter, self, watcher)
                )
        finally:
            watcher.stop()

    def cancel_wait(self, watcher, error, close_watcher=False):
        if watcher is None:
            return
        if watcher.callback is not None:
            self.loop.run_callback(self._cancel_wait, watcher, error, close_watcher)
        elif close_watcher:
            watcher.close()

    def _cancel_wait(self, watcher, error, close_watcher):
        active, function = watcher.active, watcher.callback
        if close_watcher:
            watcher.close()
        if active:
            waiting = getattr(function, "__self__", None)
            if waiting is not None:
                waiting.throw(error)

    def join(self, timeout=None):
        assert getcurrent() is self.parent, "only possible from the MAIN greenlet"
        if self.dead:
            return True
        waiter = Waiter(self)
        timer = None
        if timeout is not None:
            timer = self.loop.timer(timeout, ref=False)
            timer.start(waiter.switch, None)
        try:
            waiter.get()
        except LoopExit:
            return True
        finally:
            if timer is not None:
                timer.close()
        return False

    def destroy(self, destroy_loop=None):
        try:
            self.throw(HubDestroyed(destroy_loop))
        except LoopExit:
            pass
        self.loop = None
        if get_hub_if_exists() is self:
            set_hub(None)

    def handle_error(self, context, type, value, tb):
        if type is HubDestroyed:
            raise value
        if not issubclass(type, self.NOT_ERROR):
            self.print_exception(context, type, value, tb)
        if context is None or issubclass(type, self.SYSTEM_ERROR):
            self.handle_system_error(type, value, tb)

    def handle_system_error(self, type, value, tb=None):
        current = getcurrent()
        if current is self or current is self.parent or self.loop is None:
            self.parent.throw(type, value, tb)
            return
        # Life may go on after the main greenlet has dealt with it.
        again = self.loop.run_callback(current.switch)
        try:
            self.parent.throw(type, value, tb)
        finally:
            again.stop()

    exception_stream = _NOTHING

    def print_exception(self, context, type, value, tb):
        stream = self.exception_stream
        if stream is _NOTHING:
            stream = sys.stderr
        if not stream:
            return
        if value is None:
            text = "%s\n" % type.__name__
        else:
            text = _start.format_exception(value)
        text += _time.strftime("%Y-%m-%dT%H:%M:%SZ", _time.gmtime())
        text += " " if context is not None else "\n"
        if context is not None:
            if not isinstance(context, str):
                context = repr(context)
            text += "%s failed with %s\n\n" % (context, type.__name__)
        stream.write(text)

    @property
    def threadpool(self):
        if self._threadpool is None:
            from gevent.threadpool import ThreadPool

            self._threadpool = ThreadPool(self.threadpool_size, hub=self)
        return self._threadpool

    @property
    def resolver(self):
        from gevent import socket

        return socket


Hub.__module__ = "gevent.hub"


class Waiter:
    """Hands one value or exception from the hub to the greenlet that waits for it."""

    __slots__ = ("hub", "greenlet", "value", "_exception")

    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        self.greenlet = None
        self.value = None
        self._exception = _NOTHING

    def clear(self):
        self.greenlet = None
        self.value = None
        self._exception = _NOTHING

    def __str__(self):
        head = "<%s greenlet=%s" % (type(self).__name__, self.greenlet)
        if self._exception is _NOTHING:
            return head + ">"
        if self._exception is None:
            return head + " value=%r>" % (self.value,)
        return head + " exc_info=%r>" % (self._exception,)

    def ready(self):
        return self._exception is not _NOTHING

    def successful(self):
        return self._exception is None

    @property
    def exc_info(self):
        if self._exception is not _NOTHING:
            return self._exception

    def switch(self, value):
        waiting = self.greenlet
        if waiting is None:
            self.value = value
            self._exception = None
            return
        if getcurrent() is not self.hub:
            raise AssertionError("Can only use Waiter.switch method from the Hub greenlet")
        try:
            waiting.switch(value)
        except BaseException as failure:
            self.hub.handle_error(waiting.switch, type(failure), failure, failure.__traceback__)

    def switch_args(self, *args):
        return self.switch(args)

    def throw(self, *throw_args):
        waiting = self.greenlet
        if waiting is None:
            self._exception = throw_args
            return
        if getcurrent() is not self.hub:
            raise AssertionError("Can only use Waiter.switch method from the Hub greenlet")
        try:
            waiting.throw(*throw_args)
        except BaseException as failure:
            self.hub.handle_error(waiting.throw, type(failure), failure, failure.__traceback__)

    def get(self):
        if self._exception is None:
            return self.value
        if self._exception is not _NOTHING:
            getcurrent().throw(*self._exception)
        if self.greenlet is not None:
            raise ConcurrentObjectUseError("This Waiter is already used by %r" % (self.greenlet,))
        self.greenlet = getcurrent()
        _spend(300)
        try:
            return self.hub.switch()
        finally:
            self.greenlet = None

    def __call__(self, source):
        if source.exception is None:
            self.switch(source.value)
        else:
            self.throw(source.exception)


class _Waits(Waiter):
    """Hands over one value after the other."""

    __slots__ = ("_values",)

    def __init__(self, hub=None):
        Waiter.__init__(self, hub)
        self._values = []

    def switch(self, value):
        self._values.append(value)
        Waiter.switch(self, True)

    def get(self):
        if not self._values:
            Waiter.get(self)
            Waiter.clear(self)
        return self._values.pop(0)


class _RawGreenlet(greenlet):
    pass


def spawn_raw(function, *args, **kwargs):
    if not callable(function):
        raise TypeError("function must be callable")
    hub = get_hub()
    if kwargs:
        from functools import partial

        function = partial(function, *args, **kwargs)
        args = ()
    made = _RawGreenlet(function, hub)
    _lane(made, getattr(function, "__name__", "greenlet"))
    hub.loop.run_callback(made.switch, *args)
    made.loop = hub.loop
    return made


def sleep(seconds=0, ref=True, _wait_kind=_SLEEP):
    hub = get_hub()
    loop = hub.loop
    waiter = Waiter(hub)
    if seconds <= 0:
        loop.run_callback(waiter.switch, None)
        _waits(_TURN)
        waiter.get()
        return
    timer = loop.timer(seconds, ref=ref)
    timer.start(waiter.switch, waiter, update=True)
    _waits(_wait_kind)
    try:
        result = waiter.get()
        if result is not waiter:
            raise InvalidSwitchError("Invalid switch into sleep(): %r" % (result,))
    finally:
        timer.stop()


def idle(priority=0):
    hub = get_hub()
    with hub.loop.idle() as watcher:
        if priority:
            watcher.priority = priority
        hub.wait(watcher)


def kill(greenlet, exception=GreenletExit):
    if greenlet.dead:
        return
    if hasattr(greenlet, "kill"):
        greenlet.kill(exception=exception, block=False)
    else:
        get_hub().loop.run_callback(greenlet.throw, exception)


class signal:
    """Calls a handler in a greenlet of its own when a signal arrives."""

    ref = False

    def __init__(self, signalnum, handler, *args, **kwargs):
        import signal as _signal

        if not callable(handler):
            raise TypeError("signal handler must be callable.")
        self.hub = get_hub()
        self.handler = handler
        self.args = args
        self.kwargs = kwargs
        self._number = signalnum
        self._before = _signal.signal(signalnum, self._arrived)

    def _arrived(self, number, frame):
        self.hub.loop.run_callback_threadsafe(self._start)

    def _start(self):
        if self.handler is not None:
            from gevent.greenlet import Greenlet

            Greenlet(self.handle).switch()

    def handle(self):
        try:
            self.handler(*self.args, **self.kwargs)
        except BaseException as failure:
            self.hub.handle_error(None, type(failure), failure, failure.__traceback__)

    def cancel(self):
        if self.handler is not None:
            import signal as _signal

            _signal.signal(self._number, self._before)
        self.handler = None
        self.args = None
        self.kwargs = None


def reinit(hub=None):
    pass


class _Ready:
    """The objects of a wait, in the order in which they get ready."""

    def __init__(self, objects, hub, timeout, count):
        self._hub = hub
        self._waits = _Waits(hub)
        self._switch = self._waits.switch
        self._objects = objects
        self._timeout = timeout
        self._timer = None
        self._left = len(objects) if count is None else min(count, len(objects))
        self._begun = False

    def __iter__(self):
        return self

    def __next__(self):
        if not self._begun:
            self._begun = True
            for one in self._objects:
                one.rawlink(self._switch)
            if self._timeout is not None:
                self._timer = self._hub.loop.timer(self._timeout, priority=-1)
                self._timer.start(self._switch, self)
        if self._left == 0:
            self._forget()
            raise StopIteration
        self._left -= 1
        try:
            item = self._waits.get()
            self._waits.clear()
            if item is self:
                raise StopIteration
            return item
        except BaseException:
            self._forget()
            raise

    next = __next__

    def _forget(self):
        if self._timer is not None:
            self._timer.close()
            self._timer = None
        objects, self._objects = self._objects, ()
        for one in objects:
            unlink = getattr(one, "unlink", None)
            if unlink is not None:
                unlink(self._switch)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self._forget()


def iwait(objects, timeout=None, count=None):
    hub = get_hub()
    if objects is None:
        return [hub.join(timeout=timeout)]
    return _Ready(objects, hub, timeout, count)


def wait(objects=None, timeout=None, count=None):
    if objects is None:
        return get_hub().join(timeout=timeout)
    return list(iwait(objects, timeout, count))


def _wait_for(watcher, timeout, timeout_exc, hub):
    from gevent.timeout import Timeout

    if watcher.callback is not None:
        raise ConcurrentObjectUseError("This socket is already used by another greenlet: %r" % (watcher.callback,))
    _waits(_NETWORK)
    if timeout is None:
        hub.wait(watcher)
        return
    with Timeout._start_new_or_dummy(timeout, TimeoutError("timed out") if timeout_exc is _NOTHING else timeout_exc):
        hub.wait(watcher)


def wait_on_watcher(watcher, timeout=None, timeout_exc=_NOTHING, hub=None):
    _wait_for(watcher, timeout, timeout_exc, get_hub() if hub is None else hub)


def _wait_on(fileno, events, timeout, timeout_exc):
    hub = get_hub()
    watcher = hub.loop.io(fileno, events)
    try:
        _wait_for(watcher, timeout, timeout_exc, hub)
    finally:
        watcher.close()


def cancel_wait(watcher, error):
    get_hub().cancel_wait(watcher, error)


def wait_read(fileno, timeout=None, timeout_exc=_NOTHING):
    _wait_on(fileno, 1, timeout, timeout_exc)


def wait_write(fileno, timeout=None, timeout_exc=_NOTHING, event=_NOTHING):
    _wait_on(fileno, 2, timeout, timeout_exc)


def wait_readwrite(fileno, timeout=None, timeout_exc=_NOTHING, event=_NOTHING):
    _wait_on(fileno, 3, timeout, timeout_exc)
