"""`asyncio.format_helpers`: how callbacks are written in texts."""

import functools
import types
from _asyncio import _library_place
from asyncio import base_futures


def _shown_place(code, module, line):
    """A file and a line; of the library, those that CPython would show."""
    if code.co_filename == "<library>":
        return _library_place(module, line)
    return code.co_filename, line


def _get_function_source(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if isinstance(func, types.FunctionType):
        code = func.__code__
        return _shown_place(code, func.__module__, code.co_firstlineno)
    if isinstance(func, functools.partial):
        return _get_function_source(func.func)
    return None


def _format_callback_source(func, args):
    text = _format_callback(func, args, None)
    source = _get_function_source(func)
    return f"{text} at {source[0]}:{source[1]}" if source else text


def _format_args_and_kwargs(args, kwargs):
    items = [base_futures._short_repr(arg) for arg in args or ()]
    items += [f"{key}={base_futures._short_repr(value)}" for key, value in (kwargs or {}).items()]
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs, suffix=""):
    if isinstance(func, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs) + suffix
        return _format_callback(func.func, func.args, func.keywords, suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return name + _format_args_and_kwargs(args, kwargs) + suffix
