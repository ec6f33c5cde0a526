"""`Event` and `AsyncResult`."""

from gevent._abstract_linkable import AbstractLinkable
from gevent.timeout import Timeout

__all__ = ["Event", "AsyncResult"]

_NOTHING = object()


class Event(AbstractLinkable):
    def __init__(self):
        AbstractLinkable.__init__(self)
        self._flag = False

    def __str__(self):
        kind = type(self)
        state = "set" if self._flag else "clear"
        return "<%s.%s at 0x%x %s _links[%s]>" % (kind.__module__, kind.__name__, id(self), state, self.linkcount())

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        self._check_and_notify()

    def clear(self):
        self._flag = False

    def _wait_return_value(self, waited, told):
        return told if waited else self._flag

    def wait(self, timeout=None):
        return self._wait(timeout)


class AsyncResult(AbstractLinkable):
    _row_kind = "future gevent.event.AsyncResult"

    def __init__(self):
        AbstractLinkable.__init__(self)
        self._value = _NOTHING
        self._exc_info = ()

    @property
    def value(self):
        return None if self._value is _NOTHING else self._value

    @property
    def exc_info(self):
        return self._exc_info

    @property
    def exception(self):
        if self._exc_info:
            return self._exc_info[1]

    def __str__(self):
        text = "<%s " % type(self).__name__
        if self.value is not None or self._exc_info:
            text += "value=%r " % self.value
        if self.exception is not None:
            text += "exception=%r " % self.exception
        if not self._exc_info:
            text += "unset "
        return text + " _links[%s]>" % self.linkcount()

    def ready(self):
        return self._exc_info or self._value is not _NOTHING

    def successful(self):
        return self._value is not _NOTHING

    def set(self, value=None):
        self._value = value
        self._check_and_notify()

    set_result = set

    def set_exception(self, exception, exc_info=None):
        if exc_info:
            self._exc_info = tuple(exc_info)
        else:
            self._exc_info = (type(exception), exception, None)
        self._check_and_notify()

    def _raise_exception(self):
        kind, failure, traceback = self._exc_info
        if failure is None:
            failure = kind()
        raise failure.with_traceback(traceback)

    def get(self, block=True, timeout=None):
        if self._value is not _NOTHING:
            return self._value
        if self._exc_info:
            self._raise_exception()
        if not block:
            raise Timeout()
        self._own_hub(True)
        self._wait_core(timeout, ())
        return self.get(block=False)

    def get_nowait(self):
        return self.get(block=False)

    def _wait_return_value(self, waited, told):
        return self.value

    def wait(self, timeout=None):
        return self._wait(timeout)

    def __call__(self, source):
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception, getattr(source, "exc_info", None))

    def result(self, timeout=None):
        return self.get(timeout=timeout)

    def done(self):
        return self.ready()

    def cancel(self):
        return False

    cancelled = cancel


Event.__module__ = AsyncResult.__module__ = "gevent._gevent_cevent"
