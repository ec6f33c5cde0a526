"""`monkey`: what blocks a thread in CPython's modules is replaced by what lets other greenlets go on."""

import importlib as _importlib
import sys as _sys

from gevent import _native

__all__ = [
    "patch_all", "patch_builtins", "patch_dns", "patch_os", "patch_queue", "patch_select", "patch_signal",
    "patch_socket", "patch_ssl", "patch_subprocess", "patch_sys", "patch_thread", "patch_time", "get_original",
    "is_module_patched", "is_object_patched", "patch_module", "main", "MonkeyPatchWarning",
]

saved = _native._saved


class MonkeyPatchWarning(RuntimeWarning):
    pass


def _patch(name, items, shown=None):
    """Sets names of a module and remembers what they were; `shown`: those that CPython's module has."""
    module = _importlib.import_module(name)
    kept = saved.setdefault(name, {})
    for key, value in items.items():
        before = getattr(module, key, None)
        if before is not value:
            if shown is None or key in shown:
                kept.setdefault(key, before)
            setattr(module, key, value)


def is_module_patched(mod_name):
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    return is_module_patched(mod_name) and item_name in saved[mod_name]


def is_anything_patched():
    return bool(saved)


def get_original(mod_name, item_name):
    names = [item_name] if isinstance(item_name, str) else item_name
    modules = [mod_name] if isinstance(mod_name, str) else mod_name
    name = modules[0]
    found = []
    for item in names:
        kept = saved.get(name, {})
        found.append(kept[item] if item in kept else getattr(_importlib.import_module(name), item))
    return found[0] if isinstance(item_name, str) else found


def patch_item(module, attr, newitem):
    saved.setdefault(module.__name__, {}).setdefault(attr, getattr(module, attr, None))
    setattr(module, attr, newitem)


def patch_module(target_module, source_module, items=None, **kwargs):
    for name in items or getattr(source_module, "__implements__", source_module.__all__):
        patch_item(target_module, name, getattr(source_module, name))
    return True


def patch_time():
    from gevent.hub import sleep

    _patch("time", {"sleep": sleep})
    import gevent.time


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True, existing_locks=True, _warnings=None):
    from gevent import thread

    if is_module_patched("_thread"):
        return
    main = thread.getcurrent()
    own = _native.current_object()
    low = {
        name: getattr(thread, name)
        for name in ("start_new_thread", "start_new", "allocate_lock", "allocate", "LockType", "RLock", "get_ident", "exit", "exit_thread")
    }
    low["_local"] = thread._local
    _patch("_thread", low)
    if not threading:
        return
    names = ("_latch", "_own_latch", "_open_latch", "_latch_open", "_await_latch", "_spawn", "_current_object", "_adopt")
    inside = {name: getattr(thread, name, None) for name in names}
    inside["_latch"] = thread._Latch
    inside["_inner_lock"] = inside["Lock"] = inside["_allocate_lock"] = thread.LockType
    inside["_inner_rlock"] = inside["RLock"] = thread.RLock
    inside["get_ident"] = thread.get_ident
    inside["local"] = thread._local
    if Event:
        inside["Event"] = thread._Event
    _patch("threading", inside, ("Lock", "RLock", "get_ident", "local", "Event", "_allocate_lock"))
    import threading as patched

    saved["threading"].update(Thread=patched.Thread, Timer=patched.Timer)
    thread._objects[main] = own
    # The main thread goes by its greenlet from here on.
    patched._active.pop(own._ident, None)
    own._ident = thread.get_ident()
    patched._active[own._ident] = own
    _patch("concurrent.futures.thread", {"_work_queue": _work_queue}, ())
    saved.pop("concurrent.futures.thread", None)


def _work_queue():
    from gevent.queue import Empty, SimpleQueue

    class WorkQueue(SimpleQueue):
        def take(self, otherwise):
            try:
                return self.get_nowait()
            except Empty:
                return otherwise

    return WorkQueue()


def patch_queue():
    from gevent import queue

    names = ("Queue", "PriorityQueue", "LifoQueue", "SimpleQueue")
    _patch("queue", {name: getattr(queue, name) for name in names})


def patch_os():
    pass


def patch_dns():
    pass


def patch_socket(dns=True, aggressive=True):
    import _network
    import gevent.socket
    from gevent.hub import _NETWORK, sleep

    # Every client of the simulated network waits there.
    _network._wait = lambda ns: sleep(ns / 1e9, _wait_kind=_NETWORK)
    if _network._has_module("socket"):
        names = ["socket", "SocketType", "create_connection", "create_server", "socketpair", "fromfd"]
        if dns:
            names += ["getaddrinfo", "gethostbyname", "gethostbyname_ex"]
        _patch("socket", {name: getattr(gevent.socket, name) for name in names})


def patch_ssl():
    pass


def patch_select(aggressive=True):
    import _network
    import gevent.select

    if _network._has_module("select"):
        _patch("select", {name: getattr(gevent.select, name) for name in ("select", "poll")})


def patch_selectors():
    pass


def patch_subprocess():
    from gevent import subprocess

    _patch("subprocess", {"Popen": subprocess.Popen})


def patch_builtins():
    pass


def patch_signal():
    import gevent.signal


def patch_sys(stdin=True, stdout=True, stderr=True):
    pass


def patch_contextvars():
    pass


def patch_all(
    socket=True,
    dns=True,
    time=True,
    select=True,
    thread=True,
    os=True,
    ssl=True,
    subprocess=True,
    sys=False,
    aggressive=True,
    Event=True,
    builtins=True,
    signal=True,
    queue=True,
    contextvars=True,
    **kwargs,
):
    if os:
        patch_os()
    if thread:
        patch_thread(Event=Event)
    if time:
        patch_time()
    if socket:
        patch_socket(dns=dns, aggressive=aggressive)
    if select:
        patch_select(aggressive=aggressive)
    if ssl:
        patch_ssl()
    if subprocess:
        patch_subprocess()
    if builtins:
        patch_builtins()
    if signal:
        patch_signal()
    if queue:
        patch_queue()
    return True


def main():
    raise SystemExit("gevent.monkey runs no scripts here")
