"""`asyncio.coroutines`: what a coroutine is, and what it is called."""

import functools
import threading
import types
from _asyncio import _publish

_CO_COROUTINE = 0x80
_CO_ITERABLE_COROUTINE = 0x100
_is_coroutine = object()


def _is_debug_mode():
    import os

    return bool(os.environ.get("PYTHONASYNCIODEBUG"))


def iscoroutinefunction(func):
    if getattr(func, "_is_coroutine", None) is _is_coroutine:
        return True
    while True:
        if isinstance(func, types.MethodType):
            func = func.__func__
        elif isinstance(func, functools.partial):
            func = func.func
        else:
            break
    if isinstance(func, types.FunctionType) and func.__code__.co_flags & _CO_COROUTINE:
        return True
    return getattr(func, "_is_coroutine_mark", None) is True


def _isawaitable(obj):
    if isinstance(obj, types.GeneratorType):
        return bool(obj.gi_code.co_flags & _CO_ITERABLE_COROUTINE)
    return isinstance(obj, types.CoroutineType) or hasattr(type(obj), "__await__")


def _looks_like_a_coroutine(obj):
    return all(hasattr(type(obj), name) for name in ("send", "throw", "close", "__await__"))


def iscoroutine(obj):
    if isinstance(obj, types.CoroutineType):
        return True
    if isinstance(obj, types.GeneratorType):
        return threading._version() < 12
    return _looks_like_a_coroutine(obj)


def _check_coroutine(obj):
    if not iscoroutine(obj):
        raise TypeError(f"a coroutine was expected, got {obj!r}")


_publish("check_coroutine", _check_coroutine)


def _shown_name(coro):
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    return f"{name or f'<{type(coro).__name__} without __name__>'}()"


def _format_coroutine(coro):
    name = _shown_name(coro)
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if not code:
        runs = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
        return f"{name} running" if runs else name
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    from asyncio import format_helpers

    if frame is not None:
        module = frame.f_globals["__name__"]
        filename, line = format_helpers._shown_place(code, module, frame.f_lineno)
        return f"{name} running at {filename}:{line}"
    module = _module_of(name) if code.co_filename == "<library>" else None
    filename, line = format_helpers._shown_place(code, module, code.co_firstlineno)
    return f"{name} done, defined at {filename}:{line}"


def _module_of(name):
    """The module of the library that a coroutine's function is one of."""
    import sys

    first = name.split(".")[0].removesuffix("()")
    for module in ("tasks", "threads", "queues", "locks", "streams", "base_events"):
        loaded = sys.modules.get("asyncio." + module)
        if loaded is not None and hasattr(loaded, first):
            return loaded.__name__
    return "asyncio.base_events"


if threading._version() <= 10:

    def coroutine(func):
        """A generator function whose generators can be awaited, and are taken for coroutines."""
        import warnings

        warnings.warn(
            '"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead',
            DeprecationWarning,
        )
        import inspect

        if inspect.iscoroutinefunction(func):
            return func
        if inspect.isgeneratorfunction(func):
            made = types.coroutine(func)
        else:
            @functools.wraps(func)
            def wrapped(*args, **kwargs):
                result = func(*args, **kwargs)
                if hasattr(result, "__await__"):
                    result = yield from result.__await__()
                elif inspect.isgenerator(result):
                    result = yield from result
                return result

            made = types.coroutine(wrapped)
        made._is_coroutine = _is_coroutine
        return made
