"""The limits of `datetime`'s classes, and ISO 8601 text as dates and times. Part of `datetime`.
"""


_entitle((timedelta, date, time, datetime, timezone, tzinfo))
timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _say_iso(error, text):
    # A field out of its range says so; anything else is no ISO format.
    if error.args:
        raise error
    raise ValueError(f"Invalid isoformat string: {text!r}") from None


def _digits(text, count):
    if len(text) != count or not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def _from_iso_calendar(year, week, day):
    if not 1 <= year <= 9999:
        raise ValueError(f"Year is out of range: {year}")
    first = _first_iso_monday(year)
    if not 1 <= week <= (_first_iso_monday(year + 1) - first) // 7:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _from_ordinal(first + (week - 1) * 7 + day - 1)


def _date_length(text):
    # How long the date at the front is.
    if len(text) < 7:
        raise ValueError
    dashed = text[4] == "-"
    if text[4 + dashed] == "W":
        if dashed:
            return 10 if text[8:9] == "-" else 8
        end = 7
        while end < len(text) and text[end] in "0123456789":
            end += 1
        if end < 9:
            return end
        return 7 if end % 2 == 0 else 8
    return 10 if dashed else 8


def _read_date(text):
    year = _digits(text[:4], 4)
    dashed = text[4:5] == "-"
    rest = text[4 + dashed :]
    if rest[:1] == "W":
        week = _digits(rest[1:3], 2)
        day = rest[3:]
        if day and (day[0] == "-") != dashed:
            raise ValueError
        day = _digits(day[dashed:], 1) if day else 1
        try:
            return _from_iso_calendar(year, week, day)
        except ValueError:
            raise ValueError from None
    if dashed:
        if rest[2:3] != "-":
            raise ValueError
        return year, _digits(rest[:2], 2), _digits(rest[3:], 2)
    return year, _digits(rest[:2], 2), _digits(rest[2:], 2)


def _read_clock(text):
    # Hour, minute, second and microsecond.
    numbers = [0, 0, 0, 0]
    colons = text[2:3] == ":"
    at = 0
    for index in range(3):
        numbers[index] = _digits(text[at : at + 2], 2)
        at += 2
        if at >= len(text):
            return numbers
        if index == 2 or text[at] in ".,":
            break
        if colons:
            if text[at] != ":":
                raise ValueError
            at += 1
        elif text[at] == ":":
            raise ValueError
    if text[at] not in ".,":
        raise ValueError
    part = text[at + 1 :]
    if not part or not (part.isascii() and part.isdigit()):
        raise ValueError
    numbers[3] = int(part[:6].ljust(6, "0"))
    return numbers


def _read_time(text):
    # The arguments of `time`.
    zone = None
    at = max(text.find("+"), text.find("-"))
    if text.endswith("Z"):
        at = len(text) - 1
        zone = timezone.utc
    elif at >= 0:
        offset = text[at + 1 :]
        if len(offset) in (0, 1, 3):
            raise ValueError
        hour, minute, second, micro = _read_clock(offset)
        delta = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
        zone = timezone(-delta if text[at] == "-" else delta)
    if at < 0:
        at = len(text)
    return (*_read_clock(text[:at]), zone)
