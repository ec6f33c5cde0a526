"""`gevent.time`: a `sleep` that lets others go on."""

from time import *

from gevent.hub import sleep

__all__ = ["sleep"]
