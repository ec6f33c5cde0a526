"""gc: asks for a collection, and keeps the settings that it is given."""

import _start
import weakref as _weakref

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
callbacks = []
garbage = []
_settings = {"enabled": True, "threshold": (700, 10, 10), "debug": 0}


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    for callback in callbacks:
        callback("start", {"generation": generation, "collected": 0, "uncollectable": 0})
    for instance in _start._lost_instances():
        _start._finalize(instance)
    _weakref._tell(_weakref._lost())
    for callback in callbacks:
        callback("stop", {"generation": generation, "collected": 0, "uncollectable": 0})
    return 0


def enable():
    _settings["enabled"] = True


def disable():
    _settings["enabled"] = False


def isenabled():
    return _settings["enabled"]


def get_threshold():
    return _settings["threshold"]


def set_threshold(threshold0, threshold1=None, threshold2=None):
    old = _settings["threshold"]
    _settings["threshold"] = (threshold0, old[1] if threshold1 is None else threshold1, old[2] if threshold2 is None else threshold2)


def get_count():
    return 0, 0, 0


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(3)]


def set_debug(flags):
    _settings["debug"] = flags


def get_debug():
    return _settings["debug"]


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, bool, type(None)))


def is_finalized(obj):
    return False


def freeze():
    return None


unfreeze = freeze


def get_freeze_count():
    return 0
