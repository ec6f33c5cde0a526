"""What binds a lock or a queue to one loop: the first that makes a task wait on it, or before 3.10 the one of its birth.
"""

import threading
import warnings

from asyncio import events

_minor = threading._version()


class _LoopBoundMixin:
    _loop = None

    def _get_loop(self):
        if _minor < 10:
            return self._loop
        loop = events._get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')  # @20
        return loop


def _bind(owner, name, options):
    "Takes what the constructor of class `name` was given beside its usual arguments."
    strange = [option for option in options if option != "loop" or _minor >= 11]
    if strange:
        raise TypeError(f"{name}.__init__() got an unexpected keyword argument {strange[0]!r}")
    if _minor >= 10:
        if options:
            raise TypeError(
                f"As of 3.10, the *loop* parameter was removed from {name}() since it is no longer necessary"
            )
        return
    loop = options.get("loop")
    if loop is None:
        loop = events.get_event_loop()
    else:
        text = "The loop argument is deprecated since Python 3.8, and scheduled for removal in Python 3.10."
        warnings.warn(text, DeprecationWarning, stacklevel=2)
    owner._loop = loop
