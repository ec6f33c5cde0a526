"""`gevent.socket`: sockets and look-ups that let other greenlets go on."""

import _network
from gevent._names import *
from gevent.hub import cancel_wait, wait_read, wait_readwrite, wait_write

if _network._has_module("socket"):
    from gevent._sockets import *
