"""gevent: greenlets that take turns where they wait. What a script uses of it first."""

from collections import namedtuple as _namedtuple

_Version = _namedtuple("version_info", "major,minor,micro,releaselevel,serial")

__version__ = "26.9.0"
version_info = _Version(26, 9, 0, "final", 0)

from gevent.hub import (
    GreenletExit,
    get_hub,
    getcurrent,
    idle,
    iwait,
    kill,
    reinit,
    sleep,
    spawn_raw,
    wait,
)
from gevent.hub import signal as signal_handler
from gevent.timeout import Timeout, with_timeout
from gevent.greenlet import Greenlet, joinall, killall
import gevent.event
import gevent.os

__all__ = [
    "Greenlet", "GreenletExit", "Timeout", "config", "fork", "get_hub", "getcurrent", "getswitchinterval", "idle",
    "iwait", "joinall", "kill", "killall", "reinit", "setswitchinterval", "signal_handler", "sleep", "spawn",
    "spawn_later", "spawn_raw", "wait", "with_timeout",
]

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later


class _Config:
    max_blocking_time = 0.1
    monitor_thread = False
    print_blocking_reports = True
    resolver = "thread"
    loop = "libev-cext"
    threadpool = "gevent.threadpool.ThreadPool"
    track_greenlet_tree = True


config = _Config()

_switch_interval = 0.005


def getswitchinterval():
    return _switch_interval


def setswitchinterval(interval):
    global _switch_interval
    _switch_interval = interval


def fork(*args, **kwargs):
    import os

    return os.fork(*args, **kwargs)
