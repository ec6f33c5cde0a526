"""`time`: moments as fields and back. UTC only; owns no clock.
"""

tzname = ("UTC", "UTC")

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3
CLOCK_MONOTONIC_RAW = 4
CLOCK_BOOTTIME = 7
CLOCK_TAI = 11

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    __module__ = "time"
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, iterable, _more=None):
        try:
            items = tuple(iterable)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(items) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)")
        if len(items) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:9])
        rest = items[9:] + (None, None)
        self._zone = rest[:2]
        return self

    @property
    def tm_year(self):
        return self[0]

    @property
    def tm_mon(self):
        return self[1]

    @property
    def tm_mday(self):
        return self[2]

    @property
    def tm_hour(self):
        return self[3]

    @property
    def tm_min(self):
        return self[4]

    @property
    def tm_sec(self):
        return self[5]

    @property
    def tm_wday(self):
        return self[6]

    @property
    def tm_yday(self):
        return self[7]

    @property
    def tm_isdst(self):
        return self[8]

    @property
    def tm_zone(self):
        return self._zone[0]

    @property
    def tm_gmtoff(self):
        return self._zone[1]

    def __repr__(self):
        return "time.struct_time(" + ", ".join([f"{name}={value!r}" for name, value in zip(_FIELDS, self)]) + ")"

    def __reduce__(self):
        return struct_time, (tuple(self) + self._zone,)


def _seconds(seconds):
    if seconds is None:
        return _now_ns() // 1_000_000_000
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if not -1e17 < seconds < 1e17:
            raise OverflowError("timestamp out of range for platform time_t")
        return int(seconds // 1)
    if not isinstance(seconds, int):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    return seconds


def gmtime(seconds=None, /):
    days, rest = divmod(_seconds(seconds), 86400)
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    year, month, day = _civil(days)
    yday = days - _days_before(year, 1, 1) + 1
    return struct_time((year, month, day, hour, minute, second, (days + 3) % 7, yday, 0, "GMT", 0))


def localtime(seconds=None, /):
    return struct_time(tuple(gmtime(seconds)) + ("UTC", 0))


def _days_before(year, month, day):
    # Days since 1970-01-01. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    if month <= 2:
        year -= 1
    era = year // 400
    yoe = year - era * 400
    doy = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    doe = yoe * 365 + yoe // 4 - yoe // 100 + doy
    return era * 146097 + doe - 719468


def _civil(days):
    days += 719468
    era = days // 146097
    doe = days - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 if mp < 10 else mp - 9
    return yoe + era * 400 + (1 if month <= 2 else 0), month, doy - (153 * mp + 2) // 5 + 1


def _fields(parts):
    if not isinstance(parts, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(parts) != 9:
        raise TypeError("strftime(): illegal time tuple argument")
    return parts


def mktime(parts, /):
    if not isinstance(parts, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(parts) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    year, month = parts[0], parts[1] - 1
    year += month // 12
    days = _days_before(year, month % 12 + 1, 1) + parts[2] - 1
    return float(days * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5])
