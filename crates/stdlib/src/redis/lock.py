"""`Lock`: a key that is set if nobody has it, with a token that tells whose it is, and an expiry.
"""

import threading
import time
import uuid
from types import SimpleNamespace

from redis.exceptions import LockError, LockNotOwnedError


class Lock:
    def __init__(self, redis, name, timeout=None, sleep=0.1, blocking=True, blocking_timeout=None, thread_local=True, raise_on_release_error=True):
        self.redis = redis
        self.name = name
        self.timeout = timeout
        self.sleep = sleep
        self.blocking = blocking
        self.blocking_timeout = blocking_timeout
        self.thread_local = bool(thread_local)
        self.local = threading.local() if self.thread_local else SimpleNamespace()
        self.local.token = None

    def __enter__(self):
        if self.acquire():
            return self
        raise LockError("Unable to acquire lock within the time specified", lock_name=self.name)

    def __exit__(self, *failure):
        self.release()

    def acquire(self, sleep=None, blocking=None, blocking_timeout=None, token=None):
        sleep = self.sleep if sleep is None else sleep
        token = uuid.uuid1().hex.encode() if token is None else token.encode() if isinstance(token, str) else token
        blocking = self.blocking if blocking is None else blocking
        blocking_timeout = self.blocking_timeout if blocking_timeout is None else blocking_timeout
        stop_at = None if blocking_timeout is None else time.monotonic() + blocking_timeout
        while True:
            if self.do_acquire(token):
                self.local.token = token
                return True
            if not blocking:
                return False
            if stop_at is not None and time.monotonic() + sleep > stop_at:
                return False
            time.sleep(sleep)

    def do_acquire(self, token):
        milliseconds = int(self.timeout * 1000) if self.timeout else None
        return bool(self.redis.set(self.name, token, nx=True, px=milliseconds))

    def locked(self):
        return self.redis.get(self.name) is not None

    def _own(self):
        return getattr(self.local, "token", None)

    def owned(self):
        stored = self.redis.get(self.name)
        stored = stored.encode() if isinstance(stored, str) else stored
        return self._own() is not None and stored == self._own()

    def release(self):
        token = self._own()
        if token is None:
            raise LockError("Cannot release a lock that's not owned or is already unlocked.", lock_name=self.name)
        self.local.token = None
        if not self.redis.execute_command("_COMPARE", self.name, token, "DEL"):
            raise LockNotOwnedError("Cannot release a lock that's no longer owned", lock_name=self.name)

    def extend(self, additional_time, replace_ttl=False):
        if self._own() is None:
            raise LockError("Cannot extend an unlocked lock", lock_name=self.name)
        if self.timeout is None:
            raise LockError("Cannot extend a lock with no timeout", lock_name=self.name)
        milliseconds = int(additional_time * 1000)
        if not replace_ttl:
            milliseconds += max(self.redis.pttl(self.name), 0)
        if not self.redis.execute_command("_COMPARE", self.name, self._own(), "PEXPIRE", milliseconds):
            raise LockNotOwnedError("Cannot extend a lock that's no longer owned", lock_name=self.name)
        return True

    def reacquire(self):
        if self._own() is None:
            raise LockError("Cannot reacquire an unlocked lock", lock_name=self.name)
        if self.timeout is None:
            raise LockError("Cannot reacquire a lock with no timeout", lock_name=self.name)
        if not self.redis.execute_command("_COMPARE", self.name, self._own(), "PEXPIRE", int(self.timeout * 1000)):
            raise LockNotOwnedError("Cannot reacquire a lock that's no longer owned", lock_name=self.name)
        return True
