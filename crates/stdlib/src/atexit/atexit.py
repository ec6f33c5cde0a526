"""`atexit`: what a script wants to be called at the end of its process. Owns the names; the list is `_start`'s.
"""

import _start


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _start._atexit_functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    kept = [entry for entry in _start._atexit_functions if not entry[0] == func]
    _start._atexit_functions[:] = kept


def _clear():
    _start._atexit_functions.clear()


def _ncallbacks():
    return len(_start._atexit_functions)


def _run_exitfuncs():
    _start._run_atexit()
