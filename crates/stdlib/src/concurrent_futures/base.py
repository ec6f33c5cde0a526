"""Futures, and waiting for several of them.

Order, errors and switch points are those of CPython's Lib/concurrent/futures/_base.py. A comment `# @n` names the line
that CPython 3.11 shows in tracebacks.
"""

import _start
import threading
import time as _time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
TimeoutError = TimeoutError

_AS_COMPLETED = "_AS_COMPLETED"
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_OVER = ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
_TOLD = ("CANCELLED_AND_NOTIFIED", "FINISHED")
_SHOWN = {"CANCELLED_AND_NOTIFIED": "cancelled"}


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    __module__ = "concurrent.futures._base"


def _log(text, error):
    # Only a script that has imported it can have set it up; else it would print just this.
    logging = _loaded("logging")
    if logging is not None:
        logging.getLogger("concurrent.futures").error(text, exc_info=error)
    else:
        _start.print_exception(error, text + "\n")


def _log_critical(text, error=None):
    logging = _loaded("logging")
    if logging is not None:
        logging.getLogger("concurrent.futures").critical(text, exc_info=error)
    elif error is None:
        _start._write_stderr(text + "\n")
    else:
        _start.print_exception(error, text + "\n")


class Future:
    def __init__(self):
        self._condition = threading.Condition(_row_kind="future concurrent.futures.Future", _owner=self)
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    # The trace learns how many pieces of work it stands for, and when they are done.
    def _submitted(self, pieces=1):
        threading._event(self._condition._trace, "submit", pieces)
        return self

    def __repr__(self):
        with self._condition:
            state = self._state
            shown = f"<{type(self).__name__} at {id(self):#x} state={_SHOWN.get(state, state.lower())}"
            if state != "FINISHED":
                return shown + ">"
            if self._exception:
                return f"{shown} raised {type(self._exception).__name__}>"
            return f"{shown} returned {type(self._result).__name__}>"

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)  # @340
            except Exception as error:
                _log(f"exception calling callback for {self!r}", error)

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in _OVER:
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)  # @424
        except Exception as error:
            _log(f"exception calling callback for {self!r}", error)

    def cancel(self):
        with self._condition:
            if self._state in ("RUNNING", "FINISHED"):
                return False
            if self._state in _OVER:
                return True
            self._state = "CANCELLED"
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED")

    def running(self):
        with self._condition:
            return self._state == "RUNNING"

    def done(self):
        with self._condition:
            if self._state not in _OVER:
                threading._poll(self._condition._trace)
            return self._state in _OVER

    def __get_result(self):
        if self._exception:
            raise self._exception  # @401
        return self._result

    def result(self, timeout=None):
        with self._condition:
            if self._state == "FINISHED":
                return self.__get_result()  # @449
            if self._state in _OVER:
                raise CancelledError()  # @447
            self._condition.wait(timeout)
            if self._state == "FINISHED":
                return self.__get_result()  # @456
            if self._state in _OVER:
                raise CancelledError()  # @454
            raise TimeoutError()  # @458

    def exception(self, timeout=None):
        with self._condition:
            if self._state == "FINISHED":
                return self._exception
            if self._state in _OVER:
                raise CancelledError()  # @483
            self._condition.wait(timeout)
            if self._state == "FINISHED":
                return self._exception
            if self._state in _OVER:
                raise CancelledError()  # @490
            raise TimeoutError()  # @494

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == "CANCELLED":
                self._state = "CANCELLED_AND_NOTIFIED"
                for watcher in self._waiters:
                    watcher.tell(self, False)
                return False
            if self._state == "PENDING":
                self._state = "RUNNING"
                return True
            _log_critical(f"Future {id(self)} in unexpected state: {self._state}")
            raise RuntimeError('Future in unexpected state')  # @535

    def set_result(self, result):
        with self._condition:
            if self._state in _OVER:
                raise InvalidStateError('{}: {!r}'.format(self._state, self))  # @544
            self._result = result
            self._finish(False)
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            if self._state in _OVER:
                raise InvalidStateError('{}: {!r}'.format(self._state, self))  # @559
            self._exception = exception
            self._finish(True)
        self._invoke_callbacks()

    def _finish(self, failed):
        self._state = "FINISHED"
        threading._event(self._condition._trace, "set", 1)
        for watcher in self._waiters:
            watcher.tell(self, failed)
        self._condition.notify_all()


class _Watcher:
    """Counts futures that end; `left` more of them, or a failure where `until_failure`, end the wait."""

    def __init__(self, left, until_failure):
        self.event = threading._InnerEvent()
        self.lock = threading._inner_lock(None)
        self.left = left
        self.until_failure = until_failure
        self.ended = []

    def tell(self, future, failed):
        with self.lock:
            self.ended.append(future)
            self.left -= 1
            if self.left <= 0 or (failed and self.until_failure):
                self.event.set()


class _HeldFutures:
    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _unwatch(futures, watcher):
    for future in futures:
        with future._condition:
            if watcher in future._waiters:
                future._waiters.remove(watcher)


def _each_once(futures):
    return list(dict.fromkeys(futures))


def as_completed(fs, timeout=None):
    end = None
    if timeout is not None:
        end = timeout + _time.monotonic()
    every = _each_once(fs)
    total = len(every)
    watcher = _Watcher(0, False)
    with _HeldFutures(every):
        ended = [f for f in every if f._state in _TOLD]
        pending = [f for f in every if f._state not in _TOLD]
        for future in pending:
            future._waiters.append(watcher)
    try:
        for future in ended:
            yield future
        while pending:
            left = None
            if end is not None:
                left = end - _time.monotonic()
                if left < 0:
                    raise TimeoutError(  # @239
                            '%d (of %d) futures unfinished' % (
                            len(pending), total))
            watcher.event.wait(left)
            with watcher.lock:
                ended = watcher.ended
                watcher.ended = []
                watcher.event.clear()
            for future in ended:
                pending.remove(future)
                yield future
    finally:
        _unwatch(every, watcher)


class DoneAndNotDoneFutures(tuple):
    _fields = ("done", "not_done")

    def __new__(cls, done, not_done):
        return super().__new__(cls, (done, not_done))

    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    every = _each_once(fs)
    with _HeldFutures(every):
        done = [f for f in every if f._state in _TOLD]
        pending = [f for f in every if f._state not in _TOLD]
        enough = not pending
        if done and return_when == FIRST_COMPLETED:
            enough = True
        if return_when == FIRST_EXCEPTION:
            for future in done:
                if future._state == "FINISHED" and future._exception is not None:
                    enough = True
        if enough:
            return DoneAndNotDoneFutures(set(done), set(pending))
        if return_when == FIRST_COMPLETED:
            watcher = _Watcher(1, False)
        elif return_when in (FIRST_EXCEPTION, ALL_COMPLETED):
            watcher = _Watcher(len(pending), return_when == FIRST_EXCEPTION)
        else:
            raise ValueError("Invalid return condition: %r" % return_when)  # @157
        for future in pending:
            future._waiters.append(watcher)
    watcher.event.wait(timeout)
    _unwatch(pending, watcher)
    done = set(done)
    done.update(watcher.ended)
    return DoneAndNotDoneFutures(done, set(every) - done)


def _result_or_cancel(fut, timeout=None):
    try:
        return fut.result(timeout)  # @317
    finally:
        fut.cancel()


def _buffersize(newer):
    buffersize = None
    if threading._version() >= 14:
        buffersize = newer.pop("buffersize", None)
    for name in newer:
        raise TypeError(f"Executor.map() got an unexpected keyword argument '{name}'")
    if buffersize is not None:
        if not isinstance(buffersize, int):
            raise TypeError("buffersize must be an integer or None")
        if buffersize < 1:
            raise ValueError("buffersize must be None or > 0")
    return buffersize


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, **newer):
        buffersize = _buffersize(newer)
        end = None
        if timeout is not None:
            end = timeout + _time.monotonic()
        if buffersize is None:
            fs = [self.submit(fn, *args) for args in zip(*iterables)]  # @608
        else:
            rest = zip(*iterables)
            fs = [self.submit(fn, *args) for _, args in zip(range(buffersize), rest)]

        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    if buffersize is not None:
                        for args in rest:
                            fs.insert(0, self.submit(fn, *args))
                            break
                    if timeout is None:
                        yield _result_or_cancel(fs.pop())  # @619
                    else:
                        yield _result_or_cancel(fs.pop(), end - _time.monotonic())  # @621
            finally:
                for future in fs:
                    future.cancel()

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
