"""`asyncio.base_futures`: how futures, tasks and handles are written."""

import _asyncio
from _asyncio import _publish

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


def isfuture(obj):
    kind = type(obj)
    return hasattr(kind, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _short_repr(value, level=6):
    """`reprlib.repr`: long texts and collections are cut."""
    kind = type(value)
    if kind is str:
        text = repr(value[:30])
        if len(text) > 30:
            text = repr(value)
            return text[:13] + "..." + text[-14:] if len(text) > 30 else text
        return text if len(value) <= 30 else _cut(repr(value), 30)
    if kind is int:
        return _cut(repr(value), 40)
    pairs = {list: ("[", "]", 6), tuple: ("(", ")", 6), set: ("{", "}", 6), frozenset: ("frozenset({", "})", 6)}
    if kind in pairs:
        left, right, most = pairs[kind]
        if not value and kind in (set, frozenset):
            return repr(value)
        if level <= 0 and value:
            return f"{left}...{right}"
        items = list(value)
        if kind in (set, frozenset):
            try:
                items = sorted(items)
            except Exception:
                pass
        shown = [_short_repr(item, level - 1) for item in items[:most]]
        if len(items) > most:
            shown.append("...")
        if kind is tuple and len(items) == 1:
            right = "," + right
        return f"{left}{', '.join(shown)}{right}"
    if kind is dict:
        if not value:
            return "{}"
        if level <= 0:
            return "{...}"
        try:
            keys = sorted(value)
        except Exception:
            keys = list(value)
        shown = [f"{_short_repr(key, level - 1)}: {_short_repr(value[key], level - 1)}" for key in keys[:4]]
        if len(keys) > 4:
            shown.append("...")
        return f"{{{', '.join(shown)}}}"
    try:
        text = repr(value)
    except Exception:
        return f"<{kind.__name__} instance at {id(value):#x}>"
    return _cut(text, 30)


def _cut(text, most):
    if len(text) <= most:
        return text
    left = max(0, (most - 3) // 2)
    return text[:left] + "..." + text[len(text) - max(0, most - 3 - left) :]


def _format_callbacks(callbacks):
    from asyncio import format_helpers

    def shown(pair):
        callback, context = pair
        if context is None and isinstance(callback, _asyncio.Task):
            return "Task.task_wakeup()"
        return format_helpers._format_callback_source(callback, ())

    parts = [shown(callbacks[0])]
    if len(callbacks) > 2:
        parts.append(f"<{len(callbacks) - 2} more>")
    if len(callbacks) > 1:
        parts.append(shown(callbacks[-1]))
    return f"cb=[{', '.join(parts)}]"


def _future_repr_info(future):
    info = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={_short_repr(future._result)}")
    callbacks = future._callbacks
    if callbacks:
        info.append(_format_callbacks(callbacks))
    return info


def _task_repr_info(task):
    from asyncio import coroutines

    info = _future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = "cancelling"
    info.insert(1, f"name={task.get_name()!r}")
    info.insert(2, f"coro=<{coroutines._format_coroutine(task._coro)}>")
    if task._fut_waiter is not None:
        info.insert(3, f"wait_for={task._fut_waiter!r}")
    return info


def _handle_repr_info(handle):
    from asyncio import format_helpers

    info = [type(handle).__name__]
    if handle._cancelled:
        info.append("cancelled")
    if isinstance(handle, _asyncio.TimerHandle):
        info.append(f"when={handle._when}")
    if handle._callback is not None:
        info.append(format_helpers._format_callback_source(handle._callback, handle._args))
    return info


_under_way = set()


def _repr(obj):
    """The text of a future, a task or a handle; "..." inside itself."""
    if id(obj) in _under_way:
        return "..."
    _under_way.add(id(obj))
    try:
        if isinstance(obj, _asyncio.Handle):
            info = _handle_repr_info(obj)
            return f"<{' '.join(info)}>"
        info = _task_repr_info(obj) if isinstance(obj, _asyncio.Task) else _future_repr_info(obj)
        return f"<{type(obj).__name__} {' '.join(info)}>"
    finally:
        _under_way.discard(id(obj))


_publish("repr", _repr)
