"""`Timeout`: an exception that arrives in a greenlet after a time."""

from gevent.hub import get_hub
from greenlet import getcurrent

__all__ = ["Timeout", "with_timeout"]

_NOTHING = object()


class _Never:
    """The timer of a timeout that does not expire."""

    pending = active = False
    seconds = timer = exception = None

    def stop(self):
        pass

    cancel = close = stop

    def __enter__(self):
        pass

    def __exit__(self, *info):
        pass


_never = _Never()


class Timeout(BaseException):
    def __init__(self, seconds=None, exception=None, ref=True, priority=-1, _one_shot=False):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._one_shot = _one_shot
        if seconds is None:
            self.timer = _never
        else:
            self.timer = get_hub().loop.timer(seconds or 0.0, ref=ref, priority=priority)

    def start(self):
        if self.pending:
            raise AssertionError("%r is already started; to restart it, cancel it first" % self)
        if self.seconds is None:
            return
        own = self.exception is None or self.exception is False or isinstance(self.exception, str)
        self.timer.start(self._on_expiration, getcurrent(), self if own else self.exception, update=True)

    def _on_expiration(self, greenlet, exception):
        greenlet.throw(exception)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True, _one_shot=False):
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        made = cls(timeout, exception, ref=ref, _one_shot=_one_shot)
        made.start()
        return made

    @staticmethod
    def _start_new_or_dummy(timeout, exception=None, ref=True):
        if timeout is None:
            return _never
        return Timeout.start_new(timeout, exception, ref, _one_shot=True)

    @property
    def pending(self):
        return self.timer.pending or self.timer.active

    def cancel(self):
        self.timer.stop()
        if self._one_shot:
            self.close()

    def close(self):
        self.timer.stop()
        self.timer = _never

    def __repr__(self):
        pending = " pending" if self.pending else ""
        exception = "" if self.exception is None else " exception=%r" % self.exception
        return "<%s at %s seconds=%s%s%s>" % (type(self).__name__, hex(id(self)), self.seconds, exception, pending)

    def __str__(self):
        if self.seconds is None:
            return ""
        text = "%s second%s" % (self.seconds, "" if self.seconds == 1 else "s")
        if self.exception is None:
            return text
        return text + (" (silent)" if self.exception is False else ": %s" % self.exception)

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        if value is self and self.exception is False:
            return True

    def __lt__(self, other):
        seconds = getattr(other, "seconds", other)
        try:
            return self.seconds < seconds
        except TypeError:
            return NotImplemented


def with_timeout(seconds, function, *args, **kwds):
    instead = kwds.pop("timeout_value", _NOTHING)
    timeout = Timeout.start_new(seconds, _one_shot=True)
    try:
        return function(*args, **kwds)
    except Timeout as expired:
        if expired is timeout and instead is not _NOTHING:
            return instead
        raise
    finally:
        timeout.cancel()
