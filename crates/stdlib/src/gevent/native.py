"""The blocking primitives of the modules as they were before anything was patched."""

import threading as _threading
import time as _time
from _queue import SimpleQueue

_saved = {}
lock = _threading._inner_lock
spawn = _threading._spawn
get_ident = _threading.get_ident
current_object = _threading._current_object
adopt = _threading._adopt
latch_open = _threading._latch_open
open_latch = _threading._open_latch
own_latch = _threading._own_latch
await_latch = _threading._await_latch
sleep = _time.sleep
