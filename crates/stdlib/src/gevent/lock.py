"""Semaphores and the reentrant lock of greenlets; those who wait go on in the order in which they came."""

from gevent._abstract_linkable import AbstractLinkable
from gevent.exceptions import InvalidThreadUseError
from gevent.hub import get_hub
from greenlet import getcurrent

__all__ = ["Semaphore", "BoundedSemaphore", "DummySemaphore", "RLock"]


class Semaphore(AbstractLinkable):
    _notify_all = False
    _row_kind = "counter gevent.lock.Semaphore"

    def __init__(self, value=1, hub=None):
        self.counter = value
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        AbstractLinkable.__init__(self, hub)

    def __str__(self):
        counts = (type(self).__name__, id(self), self.counter, self.linkcount())
        return "<%s at 0x%x counter=%s _links[%s]>" % counts

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def release(self):
        self.counter += 1
        self._check_and_notify()
        return self.counter

    def wait(self, timeout=None):
        if self.counter > 0:
            return self.counter
        self._wait(timeout)
        return self.counter

    def _wait_return_value(self, waited, told):
        return told if waited else True

    def acquire(self, blocking=True, timeout=None):
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking:
            return False
        try:
            self._own_hub(True)
        except InvalidThreadUseError:
            while self._wait_in_other_thread(timeout):
                if self.counter > 0:
                    self.counter -= 1
                    return True
            return False
        if not self._wait(timeout):
            return False
        self.counter -= 1
        return True

    def __enter__(self):
        self.acquire()

    def __exit__(self, *info):
        self.release()


class BoundedSemaphore(Semaphore):
    _OVER_RELEASE_ERROR = ValueError
    _row_kind = "counter gevent.lock.BoundedSemaphore"

    def __init__(self, *args, **kwargs):
        Semaphore.__init__(self, *args, **kwargs)
        self._initial_value = self.counter

    def release(self):
        if self.counter >= self._initial_value:
            raise self._OVER_RELEASE_ERROR("Semaphore released too many times")
        counter = Semaphore.release(self)
        if counter == self._initial_value and not self._links:
            self.hub = None
        return counter

    def _at_fork_reinit(self):
        Semaphore._at_fork_reinit(self)
        self.counter = self._initial_value


Semaphore.__module__ = BoundedSemaphore.__module__ = "gevent._gevent_c_semaphore"


class DummySemaphore:
    def __init__(self, value=None):
        pass

    def __str__(self):
        return "<%s>" % type(self).__name__

    def locked(self):
        return False

    def ready(self):
        return True

    def release(self):
        pass

    def rawlink(self, callback):
        pass

    unlink = rawlink

    def wait(self, timeout=None):
        return 1

    def acquire(self, blocking=True, timeout=None):
        return True

    def __enter__(self):
        pass

    def __exit__(self, *info):
        pass


class RLock:
    def __init__(self, hub=None):
        self._block = Semaphore(1, hub)
        self._owner = None
        self._count = 0

    def __repr__(self):
        parts = (type(self).__name__, id(self), self._block, self._count, self._owner)
        return "<%s at 0x%x _block=%s _count=%r _owner=%r)>" % parts

    def acquire(self, blocking=True, timeout=None):
        own = getcurrent()
        if self._owner is own:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = own
            self._count = 1
        return taken

    def __enter__(self):
        return self.acquire()

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError("cannot release un-acquired lock. Owner: %r Current: %r" % (self._owner, getcurrent()))
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *info):
        self.release()

    def locked(self):
        return self._count > 0

    def _release_save(self):
        saved = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return saved

    def _acquire_restore(self, saved):
        self._block.acquire()
        self._count, self._owner = saved

    def _is_owned(self):
        return self._owner is getcurrent()
