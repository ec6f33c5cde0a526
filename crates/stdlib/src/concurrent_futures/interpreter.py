"""`concurrent.futures.interpreter` (3.14): a pool of threads with an interpreter each.

An interpreter is simulated by a process that calls itself by its parent's number: it shares no object with the others and
has a GIL of its own (PEP 684, PEP 734). What is handed over is pickled. Source: CPython 3.14, Doc/library/
concurrent.futures.rst.
"""

import os
import threading

from concurrent.futures import thread


class ExecutionFailed(Exception):
    __module__ = "concurrent.interpreters"


class BrokenInterpreterPool(thread.BrokenThreadPool):
    pass


def _serve(requests, pid, initializer, initargs):
    os.getpid = lambda: pid
    failure = None
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            failure = error
    requests.send(failure)
    while failure is None:
        try:
            function, args, kwargs = requests.recv()
        except EOFError:
            break
        try:
            requests.send((True, function(*args, **kwargs)))
        except BaseException as error:
            requests.send((False, error))


class _Interpreter:
    def __init__(self, name, initializer, initargs):
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        self._requests, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, os.getpid(), initializer, initargs), name=name, daemon=True
        )
        self._process.start()
        theirs.close()
        failure = self._requests.recv()
        if failure is not None:
            self.close()
            raise failure

    def run(self, function, args, kwargs):
        self._requests.send((function, args, kwargs))
        is_result, value = self._requests.recv()
        if is_result:
            return value
        raise value from ExecutionFailed(f"{type(value).__name__}: {value}")

    def close(self):
        self._requests.close()
        self._process.join()


class InterpreterPoolExecutor(thread.ThreadPoolExecutor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        super().__init__(max_workers, thread_name_prefix or "InterpreterPoolExecutor", self._begin)
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._beginning = (initializer, initargs)
        self._own = threading.local()
        self._interpreters = []

    def _begin(self):
        name = f"interpreter of {threading.current_thread().name}"
        self._own.interpreter = _Interpreter(name, *self._beginning)
        self._interpreters.append(self._own.interpreter)

    def _run(self, function, args, kwargs):
        return self._own.interpreter.run(function, args, kwargs)

    def submit(self, fn, /, *args, **kwargs):
        return super().submit(self._run, fn, args, kwargs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        super().shutdown(wait, cancel_futures=cancel_futures)
        if wait:
            for interpreter in self._interpreters:
                interpreter.close()
            self._interpreters.clear()
