"""`asyncio.events`: which loop is whose; policies.

Order and errors are those of CPython's Lib/asyncio/events.py. A comment `# @n` names the line that CPython 3.11 shows in
tracebacks.
"""

import threading
from _asyncio import Handle, TimerHandle, _get_running_loop, _publish, _set_running_loop, get_running_loop


class AbstractServer:
    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """What every loop is an instance of; the methods are the loop's own affair."""


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class _Local(threading.local):
    _loop = None
    _set_called = False


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    _loop_factory = None

    def __init__(self):
        self._local = _Local()
        self._watcher = None

    def get_event_loop(self):
        local = self._local
        is_main = threading.current_thread() is threading.main_thread()
        if local._loop is None and not local._set_called and is_main and threading._version() < 14:
            if threading._version() >= 12:
                import warnings

                warnings.warn("There is no current event loop", DeprecationWarning)
            self.set_event_loop(self.new_event_loop())
        if local._loop is None:
            raise RuntimeError(  # @677
                "There is no current event loop in thread %r." % threading.current_thread().name
            )
        return local._loop

    def set_event_loop(self, loop):
        self._local._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(  # @686
                f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'"
            )
        self._local._loop = loop

    def new_event_loop(self):
        return self._loop_factory()

    def get_child_watcher(self):
        return self._watcher

    def set_child_watcher(self, watcher):
        self._watcher = watcher


_event_loop_policy = None


def get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        from asyncio import unix_events

        _event_loop_policy = unix_events.DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(  # @771
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'"
        )
    _event_loop_policy = policy


def get_event_loop():
    loop = _get_running_loop()
    if loop is not None:
        return loop
    return get_event_loop_policy().get_event_loop()


def _get_event_loop(stacklevel=3):
    return get_event_loop()


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)


_publish("get_event_loop", get_event_loop)


class _RunProbe:
    """Raises where a handle's callback would: its traceback has the frame that CPython shows there."""

    _callback = None
    _args = ()

    def __init__(self):
        self._context = self
        self.run = iter(()).__next__

    def _run(self):
        self._context.run(self._callback, *self._args)  # @80


try:
    _RunProbe()._run()
except BaseException as _raised:
    _publish("run_frame", _raised)
