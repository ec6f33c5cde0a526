"""`zoneinfo`: UTC under its names. Any other zone's rules are not here.
"""

from datetime import timedelta, tzinfo

import _disk

TZPATH = ()
_NAMES = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "Etc/UCT", "UCT", "Etc/Universal", "Universal", "Etc/Zulu", "Zulu")


class ZoneInfoNotFoundError(KeyError):
    __module__ = "zoneinfo"


class ZoneInfo(tzinfo):
    __module__ = "zoneinfo"
    _known = {}

    def __new__(cls, key):
        if key not in _NAMES:
            if isinstance(key, str) and key[:1].isupper():
                _disk.refuse(f"the time zone {key!r}: only UTC is there")
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        if key not in cls._known:
            self = object.__new__(cls)
            self.key = key
            cls._known[key] = self
        return cls._known[key]

    @classmethod
    def no_cache(cls, key):
        return cls(key)

    def utcoffset(self, dt, /):
        return timedelta(0)

    def dst(self, dt, /):
        return timedelta(0)

    def tzname(self, dt, /):
        return "GMT" if "GMT" in self.key else "UTC"

    def fromutc(self, dt, /):
        return dt

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __reduce__(self):
        return ZoneInfo, (self.key,)


def available_timezones():
    return set(_NAMES)
