"""`gevent.util`: what helps with greenlets that do not do as expected."""

__all__ = ["wrap_errors", "assert_switches"]


class wrap_errors:
    """Calls a function; the errors named are its result."""

    def __init__(self, errors, func):
        self._errors = errors
        self.__func = func

    def __call__(self, *args, **kwargs):
        try:
            return self.__func(*args, **kwargs)
        except self._errors as failure:
            return failure

    def __getattr__(self, name):
        return getattr(self.__func, name)
