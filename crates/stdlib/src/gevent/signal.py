"""`gevent.signal`: handlers of signals, called between two turns."""

import signal as _signal

from signal import *

__all__ = ["signal", "getsignal"]
signal = _signal.signal
getsignal = _signal.getsignal
