"""`greenlet`: what the natives of this folder leave to Python: the exceptions, and what a greenlet's stack begins with.
"""

__version__ = "3.5.6"
GREENLET_USE_GC = True
GREENLET_USE_TRACING = True
GREENLET_USE_CONTEXT_VARS = True


class error(Exception):
    pass


class GreenletExit(BaseException):
    pass


greenlet.error = error
greenlet.GreenletExit = GreenletExit
greenlet.getcurrent = staticmethod(getcurrent)


def _begin(own, run, args, kwargs):
    try:
        result = run(*args, **kwargs)
    except BaseException as failure:
        _finish(own, failure, True)
    _finish(own, result, False)
