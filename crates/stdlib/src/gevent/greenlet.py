"""`Greenlet`: a function that runs in turns with others, its result, and who is told of its end.

(Over 400 lines because its start, its end and all that ends it are one class's.)
"""

from gevent.exceptions import InvalidSwitchError
from gevent._loop import _spend
from gevent.hub import GreenletExit, Waiter, get_hub, iwait, wait
from gevent.timeout import Timeout
from greenlet import _lane, _waits, getcurrent, greenlet
from threading import _row

__all__ = ["Greenlet", "joinall", "killall"]

# What CPython's greenlets cost beside what is written here: the record of where one was spawned, and its own stack.
# Source: costs, `gevent.spawn` and `spawn+run+joinall`.
_MAKE_NS = 4_700
_RUN_NS = 9_000
_spawn_callbacks = set()


class _Linked:
    """A callback that runs in a greenlet of its own."""

    __slots__ = ("callback",)

    def __init__(self, callback):
        if not callable(callback):
            raise TypeError("Expected callable: %r" % (callback,))
        self.callback = callback

    def __call__(self, source):
        made = greenlet(self.callback, get_hub())
        made.switch(source)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, "callback", other)

    def __str__(self):
        return str(self.callback)

    def __repr__(self):
        return repr(self.callback)


class _LinkedToSuccess(_Linked):
    __slots__ = ()

    def __call__(self, source):
        if source.successful():
            return _Linked.__call__(self, source)


class _LinkedToFailure(_Linked):
    __slots__ = ()

    def __call__(self, source):
        if not source.successful():
            return _Linked.__call__(self, source)


class _NoStart:
    """What stands where the event that starts a greenlet was."""

    pending = active = False

    def stop(self):
        pass

    close = stop


_cancelled_start = _NoStart()
_completed_start = _NoStart()


class Greenlet(greenlet):
    _ident = None
    _name = None
    _formatted = None
    _row = None

    def __init__(self, run=None, *args, **kwargs):
        greenlet.__init__(self, None, get_hub())
        if run is not None:
            self._run = run
        if not callable(self._run):
            raise TypeError("The run argument or self._run must be callable")
        _spend(_MAKE_NS)
        self.args = args
        self.kwargs = kwargs
        self.value = None
        # None, the event that starts it, then one of the two above.
        self._start_event = None
        self._notifier = None
        self._links = []
        # None until it has ended; a success is (None, None, None).
        self._exc_info = None

    @property
    def loop(self):
        return self.parent.loop

    @property
    def minimal_ident(self):
        if self._ident is None:
            hub = self.parent
            self._ident = hub._idents
            hub._idents += 1
        return self._ident

    @property
    def name(self):
        return "Greenlet-%d" % self.minimal_ident if self._name is None else self._name

    @name.setter
    def name(self, name):
        self._name = name

    def __bool__(self):
        return self._start_event is not None and self._exc_info is None

    @property
    def started(self):
        return bool(self)

    @property
    def dead(self):
        if getcurrent() is self:
            return False
        event = self._start_event
        if event is _cancelled_start:
            return True
        if event is not None and event is not _completed_start and not event.pending and not getattr(event, "active", False):
            return True
        return _is_dead(self)

    def ready(self):
        return self.dead or self._exc_info is not None

    def successful(self):
        return self._exc_info is not None and self._exc_info[1] is None

    def __repr__(self):
        name = " " if self._name is None and self._ident is None else ' "%s" ' % (self.name,)
        text = "<%s%sat %s" % (type(self).__name__, name, hex(id(self)))
        info = self._formatinfo()
        return text + (": " + info if info else "") + ">"

    def _formatinfo(self):
        if self._formatted is not None:
            return self._formatted
        function = self._run
        owner = getattr(function, "__self__", None)
        if owner is self:
            text = "_run"
        elif owner is not None:
            text = repr(function)
        else:
            text = getattr(function, "__name__", "") or repr(function)
        shown = [repr(value)[:50] for value in self.args]
        shown.extend("%s=%s" % (key, repr(value)[:50]) for key, value in self.kwargs.items())
        if shown:
            text += "(" + ", ".join(shown) + ")"
        self._formatted = text
        return text

    @property
    def exception(self):
        return self._exc_info[1] if self._exc_info is not None else None

    @property
    def exc_info(self):
        info = self._exc_info
        if info is not None and info[0] is not None:
            return info

    def _raise_exception(self):
        raise self._exc_info[1].with_traceback(self._exc_info[2])

    def _cancel_start(self):
        if self._start_event is None:
            self._start_event = _cancelled_start
        self._start_event.stop()

    def _died_before_start(self, args):
        if self._exc_info is not None or not self.dead:
            return
        given = args[0] if args else GreenletExit
        if len(args) >= 3:
            failure = args[1] if args[1] is not None else given()
        elif isinstance(given, type) and issubclass(given, BaseException):
            failure = given()
        elif isinstance(given, BaseException):
            failure = given
        else:
            failure = BaseException(args)
        self._report_error(failure)

    def throw(self, *args):
        self._cancel_start()
        try:
            if not self.dead:
                greenlet.throw(self, *args)
        finally:
            self._died_before_start(args)

    def _begin_lane(self):
        shown = getattr(self._run, "__name__", type(self).__name__)
        if shown == "_run":
            shown = type(self).__name__
        # A lane of many is told by what the function was given.
        if self.args and type(self.args[0]) in (int, str):
            shown += "(%s)" % repr(self.args[0])[:30]
        _lane(self, shown if self._name is None else self._name)
        if _spawn_callbacks:
            for spawned in list(_spawn_callbacks):
                spawned(self)

    def start(self):
        if self._start_event is None:
            self._begin_lane()
            self._start_event = self.parent.loop.run_callback(self.switch)

    def start_later(self, seconds):
        if self._start_event is None:
            self._begin_lane()
            self._start_event = self.parent.loop.timer(seconds)
            self._start_event.start(self.switch)

    @staticmethod
    def add_spawn_callback(callback):
        _spawn_callbacks.add(callback)

    @staticmethod
    def remove_spawn_callback(callback):
        _spawn_callbacks.discard(callback)

    @classmethod
    def spawn(cls, *args, **kwargs):
        made = cls(*args, **kwargs)
        made.start()
        return made

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        if cls is Greenlet and not args and "run" not in kwargs:
            raise TypeError("")
        made = cls(*args, **kwargs)
        made.start_later(seconds)
        return made

    def _maybe_kill_before_start(self, exception):
        self._cancel_start()
        self._free()
        dead = self.dead
        if dead:
            is_info = isinstance(exception, tuple) and len(exception) == 3
            self._died_before_start(exception if is_info else (exception,))
        return dead

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if self._maybe_kill_before_start(exception) or self.ready():
            return
        waiter = Waiter() if block else None
        self.parent.loop.run_callback(_kill, self, exception, waiter)
        if waiter is not None:
            waiter.get()
            self.join(timeout)

    def _wait_for_end(self, timer, what):
        switch = getcurrent().switch
        self.rawlink(switch)
        if self._row is None:
            self._row = _row("thread gevent.Greenlet", self)
        _waits(self._row)
        try:
            try:
                result = get_hub().switch()
                if result is not self:
                    raise InvalidSwitchError("Invalid switch into Greenlet.%s(): %r" % (what, result))
            finally:
                timer.cancel()
        except BaseException:
            self.unlink(switch)
            raise

    def get(self, block=True, timeout=None):
        if not self.ready():
            if not block:
                raise Timeout()
            self._wait_for_end(Timeout._start_new_or_dummy(timeout), "get")
        if self.ready():
            if self.successful():
                return self.value
            self._raise_exception()

    def join(self, timeout=None):
        if self.ready():
            return
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            self._wait_for_end(timer, "join")
        except Timeout as expired:
            if expired is not timer:
                raise

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.kill((kind, value, traceback))
            return
        try:
            self.join()
        finally:
            self.kill()

    def _tell(self):
        if self._links and not self._notifier:
            self._notifier = self.parent.loop.run_callback(self._notify_links)

    def _report_result(self, result):
        self._exc_info = (None, None, None)
        self.value = result
        self._tell()

    def _report_error(self, failure):
        if isinstance(failure, GreenletExit):
            self._report_result(failure)
            return
        self._exc_info = (type(failure), failure, failure.__traceback__)
        self._tell()
        self.parent.handle_error(self, *self._exc_info)

    def run(self):
        try:
            self._cancel_start()
            self._start_event = _completed_start
            try:
                result = self._run(*self.args, **self.kwargs)
            except BaseException as failure:
                self._report_error(failure)
            else:
                self._report_result(result)
        finally:
            self._free()
            _spend(_RUN_NS)

    def _free(self):
        try:
            del self._run
        except AttributeError:
            pass
        self.args = ()
        self.kwargs.clear()

    def _run(self):
        return

    def has_links(self):
        return len(self._links)

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError("Expected callable: %r" % (callback,))
        self._links.append(callback)
        if self.ready():
            self._tell()

    def link(self, callback, SpawnedLink=_Linked):
        self.rawlink(SpawnedLink(callback))

    def unlink(self, callback):
        if callback in self._links:
            self._links.remove(callback)

    def unlink_all(self):
        self._links.clear()

    def link_value(self, callback, SpawnedLink=_LinkedToSuccess):
        self.link(callback, SpawnedLink)

    def link_exception(self, callback, SpawnedLink=_LinkedToFailure):
        self.link(callback, SpawnedLink)

    def _notify_links(self):
        while self._links:
            link = self._links.pop(0)
            try:
                link(self)
            except BaseException as failure:
                self.parent.handle_error((link, self), type(failure), failure, failure.__traceback__)


Greenlet.__module__ = "gevent._gevent_cgreenlet"
_is_dead = greenlet.dead.__get__


def _throw(one, exception):
    try:
        if isinstance(exception, tuple) and len(exception) == 3:
            one.throw(*exception)
        else:
            one.throw(exception)
    except BaseException as failure:
        get_hub().handle_error(one, type(failure), failure, failure.__traceback__)


def _kill(one, exception, waiter):
    _throw(one, exception)
    if waiter is not None:
        waiter.switch(None)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    if not raise_error:
        return wait(greenlets, timeout=timeout, count=count)
    done = []
    for one in iwait(greenlets, timeout=timeout, count=count):
        if getattr(one, "exception", None) is not None:
            if hasattr(one, "_raise_exception"):
                one._raise_exception()
            else:
                raise one.exception
        done.append(one)
    return done


def _kill_all(greenlets, exception, waiter):
    alive = []
    for one in greenlets:
        if not one.dead:
            _throw(one, exception)
            if not one.dead:
                alive.append(one)
    if waiter is not None:
        waiter.switch(alive)


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    running = []
    for one in greenlets:
        cancel = getattr(one, "_maybe_kill_before_start", None)
        if cancel is None or not cancel(exception):
            running.append(one)
    if not running:
        return
    loop = running[0].loop
    if not block:
        loop.run_callback(_kill_all, running, exception, None)
        return
    waiter = Waiter()
    loop.run_callback(_kill_all, running, exception, waiter)
    timer = Timeout._start_new_or_dummy(timeout)
    try:
        alive = waiter.get()
        if alive:
            joinall(alive)
    finally:
        timer.cancel()
