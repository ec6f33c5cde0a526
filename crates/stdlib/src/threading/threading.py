"""Threads, and what they synchronise with, over the natives of this folder.

Order, errors and switch points are those of CPython's Lib/threading.py. A comment `# @n` names the line that CPython 3.11
shows in tracebacks. (Over 400 lines because the classes use one another, as in CPython.)
"""

import _start
import time as _time

from _thread_parts import _ExceptHookArgs, _local, stack_size

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
    "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "ExceptHookArgs", "excepthook", "local", "stack_size", "get_native_id",
]

ThreadError = RuntimeError

TIMEOUT_MAX = 9223372036.0

_active = {}
_starting = {}
_registry_lock = _inner_rlock(None)
_threads_named = 0


def _newname(template):
    global _threads_named
    _threads_named += 1
    return template % _threads_named


def _deprecated(name, instead):
    if _version() >= 10:
        import warnings

        # Of the script's frames alone, which `stacklevel` counts, the innermost is the caller.
        warnings.warn(f"{name}() is deprecated, {instead} instead", DeprecationWarning)


class Condition:
    def __init__(self, lock=None, *, _row_kind="signal threading.Condition", _owner=None):
        row = None
        if _row_kind is not None:
            row = _row(_row_kind, self if _owner is None else _owner)
        self._trace = row
        if lock is None:
            lock = _inner_rlock(row)
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    def _is_owned(self):
        own = getattr(self._lock, "_is_owned", None)
        if own is not None:
            return own()
        if self._lock.acquire(False):  # @289
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():  # @318
            raise RuntimeError("cannot wait on un-acquired lock")  # @319
        waiter = _inner_lock(self._trace)
        waiter.acquire()
        self._waiters.append(waiter)
        save = getattr(self._lock, "_release_save", None)
        saved = None
        if save is None:
            self._lock.release()
        else:
            saved = save()
        woken = False
        try:
            if timeout is None:
                waiter.acquire()  # @327
                woken = True
            else:
                if timeout > 0:  # @330
                    woken = waiter.acquire(True, timeout)
                else:
                    woken = waiter.acquire(False)
            return woken
        finally:
            if save is None:
                self._lock.acquire()
            else:
                self._lock._acquire_restore(saved)
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None
        waittime = timeout
        result = predicate()  # @352
        while not result:
            if waittime is not None:
                if end is None:
                    end = _time.monotonic() + waittime
                else:
                    waittime = end - _time.monotonic()
                    if waittime <= 0:
                        break
            self.wait(waittime)  # @362
            result = predicate()  # @363
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")  # @377
        waiters = self._waiters
        while waiters and n > 0:  # @379
            waiters.pop(0).release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))  # @403

    def notifyAll(self):
        _deprecated("notifyAll", "use notify_all()")
        self.notify_all()


if _version() >= 14:
    Condition.locked = lambda self: self._lock.locked()


class Semaphore:
    _row_kind = "counter threading.Semaphore"

    def __init__(self, value=1):
        if value < 0:  # @430
            raise ValueError("semaphore initial value must be >= 0")  # @431
        self._cond = Condition(None, _row_kind=self._row_kind, _owner=self)
        self._trace = self._cond._trace
        self._value = value

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")  # @465
        taken = False
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    _poll(self._trace)
                    break
                if timeout is not None:
                    if end is None:
                        end = _time.monotonic() + timeout
                    else:
                        timeout = end - _time.monotonic()
                        if timeout <= 0:
                            break
                self._cond.wait(timeout)  # @479
            else:
                self._value -= 1
                taken = True
                if self._row_kind is not None:
                    _event(self._trace, "acquire", self._value)
        return taken

    def __enter__(self):
        return self.acquire()

    def __exit__(self, t, v, tb):
        self.release()  # @502

    def release(self, n=1):
        if n < 1:  # @494
            raise ValueError('n must be one or more')  # @495
        self._give(n)

    def _give(self, n):
        with self._cond:
            self._value += n
            if self._row_kind is not None:
                _event(self._trace, "release", self._value)
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    _row_kind = "counter threading.BoundedSemaphore"

    def __init__(self, value=1):
        super().__init__(value)  # @520
        self._initial_value = value

    def __repr__(self):
        kind = type(self)
        place = f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}"
        return f"{place}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:  # @541
            raise ValueError('n must be one or more')  # @542
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")  # @545
            self._value += n
            _event(self._trace, "release", self._value)
            self._cond.notify(n)


class _InnerSemaphore(Semaphore):
    _row_kind = None


class Event:
    _row_kind = "signal threading.Event"

    def __init__(self):
        self._trace = None
        if self._row_kind is not None:
            self._trace = _row(self._row_kind, self)
        self._cond = Condition(_inner_lock(self._trace), _row_kind=None)
        self._cond._trace = self._trace
        self._flag = False

    def __repr__(self):
        kind = type(self)
        state = "set" if self._flag else "unset"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {state}>"

    def is_set(self):
        if not self._flag:
            _poll(self._trace)
        return self._flag

    def isSet(self):
        _deprecated("isSet", "use is_set()")
        return self._flag

    def set(self):
        with self._cond:
            self._flag = True
            if self._trace is not None:
                _event(self._trace, "set", 1)
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False
            if self._trace is not None:
                _event(self._trace, "clear", 0)

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)  # @629
            return signaled


class _InnerEvent(Event):
    _row_kind = None


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if _version() >= 12 and parties < 1:
            raise ValueError("parties must be > 0")
        self._trace = _row("barrier threading.Barrier", self)
        self._cond = Condition(_inner_lock(self._trace), _row_kind=None)
        self._cond._trace = self._trace
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._phase = "filling"
        self._count = 0

    def __repr__(self):
        kind = f"{type(self).__module__}.{type(self).__qualname__}"
        if self.broken:
            return f"<{kind} at {id(self):#x}: broken>"
        return f"<{kind} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>"

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._phase == "filling" else 0

    @property
    def broken(self):
        return self._phase == "broken"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter() # Block while the barrier drains.  # @684
            index = self._count
            self._count += 1
            _event(self._trace, "arrive", self._count)
            try:
                if index + 1 == self._parties:
                    self._release()  # @690
                else:
                    self._wait(timeout)  # @693
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._phase in ("draining", "resetting"):
                    self._phase = "filling"
                    self._cond.notify_all()

    def _enter(self):
        while self._phase in ("draining", "resetting"):
            self._cond.wait()  # @709
        if self._phase == "broken":
            raise BrokenBarrierError  # @712

    def _release(self):
        try:
            if self._action:
                self._action()  # @720
            self._phase = "draining"
            self._cond.notify_all()
        except BaseException:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._phase != "filling", timeout):
            self._break()
            raise BrokenBarrierError  # @735
        if self._phase in ("broken", "resetting"):
            raise BrokenBarrierError  # @737

    def _break(self):
        self._phase = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._phase in ("filling", "broken"):
                    self._phase = "resetting"
            else:
                self._phase = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            _event(self._trace, "abort", self._count)
            self._break()


ExceptHookArgs = _ExceptHookArgs


def excepthook(*args):
    if len(args) != 1:
        raise TypeError(f"_thread._excepthook() takes exactly one argument ({len(args)} given)")
    args = args[0]
    if type(args) is not _ExceptHookArgs:
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit:
        return
    thread = args.thread
    name = get_ident() if thread is None else thread.name
    head = f"Exception in thread {name}:\n"
    stderr = _start._own_stderr()
    if stderr is None:
        _start.print_exception(args.exc_value, head)
    else:
        stderr.write(head + _start.format_exception(args.exc_value))
        stderr.flush()


__excepthook__ = excepthook


def invoke_excepthook(args):
    hook = excepthook
    if hook is None:
        hook = __excepthook__
    try:
        hook(args)  # @1349
    except Exception as failure:
        failure.__suppress_context__ = True
        _start.print_exception(failure, "Exception in threading.excepthook:\n")


_invoke_excepthook = invoke_excepthook


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"  # @871
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            if target is not None and _version() >= 10:
                own = getattr(target, "__name__", None)
                if own is not None:
                    name += f" ({own})"
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = _latch(name)
        self._tstate_lock = _latch(name)
        self._is_stopped = False
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"  # @932
        status = "initial"
        if self._started.is_set():
            status = "started"
        self.is_alive()
        if self._is_stopped:
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (type(self).__name__, self._name, status)

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")  # @956
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")  # @959
        with _registry_lock:
            _starting[id(self)] = self
        _spawn(self._bootstrap, self, self._name, self._daemonic)
        _await_latch(self._started, None, False)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)  # @982
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._bootstrap_inner()
        _open_latch(self._tstate_lock)

    def _bootstrap_inner(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _own_latch(self._tstate_lock)
        _open_latch(self._started)
        with _registry_lock:
            _active[self._ident] = self
            del _starting[id(self)]
        try:
            self.run()  # @1045
        except BaseException as error:
            self._invoke_excepthook(error)
        with _registry_lock:
            del _active[self._ident]

    def _invoke_excepthook(self, error):
        _invoke_excepthook(ExceptHookArgs([type(error), error, error.__traceback__, self]))

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")  # @1112
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")  # @1114
        if self is current_thread():
            raise RuntimeError("cannot join current thread")  # @1116
        if timeout is None:
            self._wait_for_tstate_lock()  # @1119
        else:
            self._wait_for_tstate_lock(timeout=max(timeout, 0))  # @1123

    def _wait_for_tstate_lock(self, block=True, timeout=None):
        if not block:
            timeout = 0
        if not self._is_stopped and _await_latch(self._tstate_lock, timeout, True):
            self._stop()  # @1140

    def _stop(self):
        self._is_stopped = True

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"  # @1200
        if self._is_stopped or not self._started.is_set():
            return False
        if self._tstate_lock.is_set():
            self._stop()
        else:
            _poll_latch(self._tstate_lock)
        return not self._is_stopped

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"  # @1160
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"  # @1165
        self._name = str(name)
        if self._ident is not None:
            _rename(self._ident, self._name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"  # @1177
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"  # @1189
        return self._native_id

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"  # @1218
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")  # @1224
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")  # @1226
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon", "set the daemon attribute")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        _deprecated("setName", "set the name attribute")
        self.name = name


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)  # @1399
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)  # @1401
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._ident = get_ident()
        self._native_id = get_native_id()
        _own_latch(self._tstate_lock)
        _open_latch(self._started)
        _active[self._ident] = self


class _DummyThread(Thread):
    def __init__(self):
        super().__init__(name=_newname("Dummy-%d"), daemon=True)
        self._ident = get_ident()
        self._native_id = get_native_id()
        _open_latch(self._started)
        _active[self._ident] = self
        _adopt(self)

    def _stop(self):
        pass

    def is_alive(self):
        return True

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"  # @1453


def current_thread():
    thread = _current_object()
    return _DummyThread() if thread is None else thread


def currentThread():
    _deprecated("currentThread", "use current_thread()")
    return current_thread()


def main_thread():
    return _main_thread


def enumerate():
    with _registry_lock:
        return list(_active.values()) + list(_starting.values())


def active_count():
    with _registry_lock:
        return len(_active) + len(_starting)


def activeCount():
    _deprecated("activeCount", "use active_count()")
    return active_count()


local = _local


_threading_atexits = []
_shutting_down = False


def _register_atexit(function, *args, **kwargs):
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append((function, args, kwargs))


def _shutdown():
    global _shutting_down
    _shutting_down = True
    for function, args, kwargs in reversed(_threading_atexits):
        function(*args, **kwargs)
    _open_latch(_main_thread._tstate_lock)
    while True:
        waiting = [t for t in enumerate() if t is not _main_thread and not t._daemonic]
        if not waiting:
            break
        for thread in waiting:
            _await_latch(thread._tstate_lock, None, True)


def _after_fork():
    # In the copied process: only the thread that copied it goes on, and it is the main one.
    global _main_thread, _registry_lock
    _registry_lock = _inner_rlock(None)
    current = current_thread()
    for thread in list(_active.values()) + list(_starting.values()):
        if thread is not current:
            _open_latch(thread._tstate_lock)
            thread._is_stopped = True
    _active.clear()
    _starting.clear()
    current._ident = get_ident()
    current._native_id = get_native_id()
    _active[current._ident] = current
    _main_thread = current


_main_thread = _MainThread()
_adopt(_main_thread)
_start._exit_hooks.append(_shutdown)
