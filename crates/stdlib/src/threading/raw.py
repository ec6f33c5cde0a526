"""`_thread`: threads without an object, over the same natives. They end with the script, whatever they are at.
"""

import _start
import threading as _threading
from threading import RLock, get_ident, get_native_id, local as _local, stack_size
from threading import Lock as allocate_lock
from threading import LockType, TIMEOUT_MAX

error = RuntimeError


def start_new_thread(*given):
    if len(given) < 2:
        raise TypeError(f"start_new_thread expected at least 2 arguments, got {len(given)}")
    if len(given) > 3:
        raise TypeError(f"start_new_thread expected at most 3 arguments, got {len(given)}")
    function, args, *rest = given
    kwargs = rest[0] if rest else {}
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")

    def run():
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as failure:
            _start.print_exception(failure, "Exception ignored in thread started by: %r\n" % (function,))

    return _threading._spawn(run, None, getattr(function, "__name__", "thread"), True)


def interrupt_main(signum=2, /):
    import signal

    signal.raise_signal(signum)


start_new = start_new_thread
allocate = allocate_lock


def exit():
    raise SystemExit


exit_thread = exit
