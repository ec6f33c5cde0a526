"""`datetime`: the arithmetic of days, and the checks of its classes' fields. Owns no clock: now is what `time` says.
"""

import time as _time

MINYEAR = 1
MAXYEAR = 9999

_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# The days from 0001-01-01, which is day 1, to 1970-01-01.
_EPOCH_DAY = 719163
_MICROS_A_DAY = 86_400_000_000


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTH_DAYS[month]


def _ordinal(year, month, day):
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _BEFORE_MONTH[month] + (1 if month > 2 and _is_leap(year) else 0) + day


def _from_ordinal(day):
    year, month, day = _time._civil(day - _EPOCH_DAY)
    return year, month, day


def _first_iso_monday(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _named(value):
    # CPython's C types carry their module in their messages.
    kind = type(value)
    return f"datetime.{kind.__qualname__}" if kind.__module__ == "datetime" else kind.__name__


def _int(value):
    if isinstance(value, int):
        return int(value)
    index = getattr(type(value), "__index__", None)
    if index is None:
        raise TypeError(f"'{_named(value)}' object cannot be interpreted as an integer")
    return index(value)


def _check_date(year, month, day):
    year, month, day = _int(year), _int(month), _int(day)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _int(hour), _int(minute), _int(second), _int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_named(zone)}'")


def _half_even(numerator, denominator):
    # The quotient rounded to the nearest whole number, a half to the even one.
    quotient, rest = divmod(numerator, denominator)
    rest *= 2
    if rest > denominator if denominator > 0 else rest < denominator:
        return quotient + 1
    if rest == denominator and quotient % 2:
        return quotient + 1
    return quotient


def _clock_text(hour, minute, second, micros, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if micros else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{micros // 1000:03d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{micros:06d}"
    raise ValueError("Unknown timespec value")


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    micros = offset._micros
    sign = "-" if micros < 0 else "+"
    seconds, micros = divmod(abs(micros), 1_000_000)
    text = f"{sign}{seconds // 3600:02d}{separator}{seconds // 60 % 60:02d}"
    if seconds % 60 or micros:
        text += f"{separator}{seconds % 60:02d}"
        if micros:
            text += f".{micros:06d}"
    return text
