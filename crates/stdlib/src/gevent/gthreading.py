"""The parts of `threading` that are replaced when it is patched."""

import threading as _threading

from gevent.event import Event
from gevent.local import local
from gevent.thread import LockType as Lock
from gevent.thread import RLock, allocate_lock, get_ident, start_new_thread

_allocate_lock = allocate_lock
_get_ident = get_ident
_start_new_thread = start_new_thread
Thread = _threading.Thread
Timer = _threading.Timer
current_thread = _threading.current_thread
main_thread = _threading.main_thread
