"""`gevent.core`: the loop by its old name."""

from gevent._loop import callback, loop, timer

__all__ = ["loop", "timer", "callback"]
READ = 1
WRITE = 2
