"""The calendar side of `time`: UTC only. Owns no clock; `datetime` and `calendar` share its formats.
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


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if t is None:
        return _format(format, gmtime())
    fields = list(_fields(t))
    zone = getattr(t, "tm_zone", None) or "UTC"
    for index, name, low, high in (
        (1, "month", 0, 12),
        (2, "day of month", 0, 31),
        (3, "hour", 0, 23),
        (4, "minute", 0, 59),
        (5, "seconds", 0, 61),
        (7, "day of year", 0, 366),
    ):
        if not low <= fields[index] <= high:
            raise ValueError(f"{name} out of range")
    if fields[6] < -1:
        raise ValueError("day of week out of range")
    fields[1] = fields[1] or 1
    fields[2] = fields[2] or 1
    fields[6] %= 7
    fields[7] = fields[7] or 1
    return _format(format, fields, "", "+0000", zone)


def _week(t, first):
    # The number of the week, whose first day is Sunday (6) or Monday (0).
    return (t[7] + 6 - (t[6] - first) % 7) // 7


def _iso_week(t):
    # The ISO year and week of a day.
    year, week = t[0], (t[7] - 1 - t[6] + 10) // 7
    if week < 1:
        year -= 1
        return year, _weeks_in(year)
    if week > _weeks_in(year):
        return year + 1, 1
    return year, week


def _weeks_in(year):
    start = (_days_before(year, 1, 1) + 3) % 7
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 53 if start == 3 or (leap and start == 2) else 52


_WHOLE = {
    "c": "%a %b %e %H:%M:%S %Y",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "T": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
}


def _format(format, t, micros="", offset="+0000", zone="UTC"):
    if "%" not in format:
        return format
    out = []
    index = 0
    length = len(format)
    while index < length:
        found = format.find("%", index)
        if found < 0 or found + 1 == length:
            out.append(format[index:])
            break
        out.append(format[index:found])
        at = found + 1
        flag = ""
        while format[at] in "-_0^#" and at + 1 < length:
            flag = format[at]
            at += 1
        c = format[at]
        index = at + 1
        if c == "f" and micros:
            out.append(micros)
        elif c == "z":
            out.append(offset)
        elif c == "Z":
            out.append(zone)
        elif c in _WHOLE:
            out.append(_format(_WHOLE[c], t, micros, offset, zone))
        else:
            text = _field(c, t, flag)
            if text is None:
                text = format[found:index]
            elif c == "P":
                pass
            elif flag == "^":
                text = text.upper()
            elif flag == "#":
                text = text.lower() if c == "p" else text.upper()
            out.append(text)
    return "".join(out)


def _number(value, width, flag, pad="0"):
    if flag == "-":
        return str(value)
    if flag == "_":
        pad = " "
    elif flag == "0":
        pad = "0"
    return str(value).rjust(width, pad)


def _field(c, t, flag):
    if c == "Y":
        return str(t[0])
    if c == "m":
        return _number(t[1], 2, flag)
    if c == "d":
        return _number(t[2], 2, flag)
    if c == "H":
        return _number(t[3], 2, flag)
    if c == "M":
        return _number(t[4], 2, flag)
    if c == "S":
        return _number(t[5], 2, flag)
    if c == "I":
        return _number(t[3] % 12 or 12, 2, flag)
    if c == "p":
        return "AM" if t[3] < 12 else "PM"
    if c == "A":
        return _DAYS[t[6]]
    if c == "a":
        return _DAYS[t[6]][:3]
    if c == "B":
        return _MONTHS[t[1] - 1]
    if c in "bh":
        return _MONTHS[t[1] - 1][:3]
    if c == "y":
        return _number(t[0] % 100, 2, flag)
    if c == "j":
        return _number(t[7], 3, flag)
    if c == "e":
        return _number(t[2], 2, flag, " ")
    if c == "k":
        return _number(t[3], 2, flag, " ")
    if c == "l":
        return _number(t[3] % 12 or 12, 2, flag, " ")
    if c == "P":
        return "am" if t[3] < 12 else "pm"
    if c == "w":
        return str((t[6] + 1) % 7)
    if c == "u":
        return str(t[6] + 1)
    if c == "U":
        return _number(_week(t, 6), 2, flag)
    if c == "W":
        return _number(_week(t, 0), 2, flag)
    if c == "V":
        return _number(_iso_week(t)[1], 2, flag)
    if c == "G":
        return str(_iso_week(t)[0])
    if c == "g":
        return _number(_iso_week(t)[0] % 100, 2, flag)
    if c == "C":
        return _number(t[0] // 100, 2, flag)
    if c == "s":
        return str(int(mktime(tuple(t[:9]))))
    if c == "%":
        return "%"
    if c == "n":
        return "\n"
    if c == "t":
        return "\t"
    return None


def asctime(t=None, /):
    return _format("%c", gmtime() if t is None else _fields(t))


def ctime(seconds=None, /):
    return asctime(gmtime(seconds))


# Reading a date: what each directive may take, longest first.
_DIGITS = {
    "d": (2, 1, 31),
    "f": (6, 0, 999999),
    "H": (2, 0, 23),
    "I": (2, 1, 12),
    "j": (3, 1, 366),
    "m": (2, 1, 12),
    "M": (2, 0, 59),
    "S": (2, 0, 61),
    "U": (2, 0, 53),
    "W": (2, 0, 53),
    "V": (2, 1, 53),
    "w": (1, 0, 6),
    "u": (1, 1, 7),
    "y": (2, 0, 99),
    "Y": (4, 0, 9999),
    "G": (4, 0, 9999),
}
_NAMES = {
    "A": _DAYS,
    "a": [name[:3] for name in _DAYS],
    "B": _MONTHS,
    "b": [name[:3] for name in _MONTHS],
    "p": ("am", "pm"),
    "Z": ("utc", "gmt"),
}


def _candidates(c, data, at):
    if c in _DIGITS:
        most, low, high = _DIGITS[c]
        least = most if c in "yYG" else 1
        for width in range(most, least - 1, -1):
            part = data[at : at + width]
            if len(part) < width or not part.isascii():
                continue
            if c == "d" and width == 2 and part[0] == " ":
                part = part[1]
            if part.isdigit() and low <= int(part) <= high:
                yield width, (part.ljust(6, "0") if c == "f" else part)
    elif c in _NAMES:
        rest = data[at:].lower()
        for index, name in enumerate(_NAMES[c]):
            if rest.startswith(name.lower()):
                yield len(name), index
    elif c == "z":
        yield from _offsets(data, at)
    elif c == "%":
        if data[at : at + 1] == "%":
            yield 1, None


def _offsets(data, at):
    if data[at : at + 1] == "Z":
        yield 1, (0, 0)
    sign = data[at : at + 1]
    if sign not in ("+", "-") or sign == "":
        return
    hours = data[at + 1 : at + 3]
    colon = 1 if data[at + 3 : at + 4] == ":" else 0
    start = at + 3 + colon
    minutes = data[start : start + 2]
    if not (len(hours) == 2 and hours.isdigit() and len(minutes) == 2 and minutes.isdigit() and minutes < "60"):
        return
    end = start + 2
    seconds = int(hours) * 3600 + int(minutes) * 60
    micros = 0
    if not colon or data[end : end + 1] == ":":
        more = data[end + colon : end + colon + 2]
        if len(more) == 2 and more.isdigit() and more < "60":
            seconds += int(more)
            end += colon + 2
            if data[end : end + 1] == ".":
                stop = end + 1
                while stop < len(data) and stop < end + 7 and data[stop].isdigit():
                    stop += 1
                micros = int(data[end + 1 : stop].ljust(6, "0") or 0)
                end = stop
    if sign == "-":
        seconds, micros = -seconds, -micros
    yield end - at, (seconds, micros)


_LONG_FORMS = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S"}


def _expand(format):
    # The format as a list of literal characters, blanks and directives.
    parts = []
    index = 0
    while index < len(format):
        c = format[index]
        index += 1
        if c == "%":
            if index == len(format):
                raise ValueError(f"stray % in format '{format}'")
            c = format[index]
            index += 1
            if c in "cxX":
                parts += _expand(_LONG_FORMS[c])
            elif c in _DIGITS or c in _NAMES or c in "z%":
                parts.append("%" + c)
            else:
                raise ValueError(f"'{c}' is a bad directive in format '{format}'")
        elif c.isspace():
            if not parts or parts[-1] != " ":
                parts.append(" ")
        else:
            parts.append(c)
    return parts


def _match(parts, index, data, at, found):
    # The place after the match; tries the longest pieces first.
    while index < len(parts):
        part = parts[index]
        index += 1
        if part == " ":
            start = at
            while at < len(data) and data[at].isspace():
                at += 1
            if at == start:
                return None
        elif len(part) == 2:
            for width, value in _candidates(part[1], data, at):
                end = _match(parts, index, data, at + width, found)
                if end is not None:
                    found[part[1]] = value
                    return end
            return None
        elif data[at : at + 1].lower() != part.lower():
            return None
        else:
            at += 1
    return at


def _strptime(data, format):
    # The nine fields, the microseconds, the zone's name and its offset in seconds and microseconds.
    for index, value in enumerate((data, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(value)}")
    found = {}
    parts = _expand(format)
    end = _match(parts, 0, data, 0, found)
    if end is None:
        raise ValueError(f"time data {data!r} does not match format {format!r}")
    if end != len(data):
        raise ValueError(f"unconverted data remains: {data[end:]}")
    number = {c: int(value) for c, value in found.items() if c in _DIGITS}
    year = number.get("Y")
    if "y" in number:
        year = number["y"] + (2000 if number["y"] <= 68 else 1900)
    iso_year, iso_week = number.get("G"), number.get("V")
    month, day, yday = number.get("m", 1), number.get("d", 1), number.get("j")
    for c in "Bb":
        if c in found:
            month = found[c] + 1
    hour = number.get("H", 0)
    if "I" in number:
        hour = number["I"] % 12 + (12 if found.get("p") == 1 else 0)
    weekday = None
    for c in "Aa":
        if c in found:
            weekday = found[c]
    if "w" in number:
        weekday = (number["w"] - 1) % 7
    if "u" in number:
        weekday = number["u"] - 1
    if year is None and iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                "('%A', '%a', '%w', or '%u')."
            )
        if yday is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                "('%A', '%a', '%w', or '%u')."
            )
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap_fix = False
    if year is None and month == 2 and day == 29:
        year = 1904
        leap_fix = True
    elif year is None:
        year = 1900
    if yday is None and weekday is not None:
        days = None
        if iso_year is not None:
            first = _days_before(iso_year, 1, 4)
            days = first - (first + 3) % 7 + (iso_week - 1) * 7 + weekday
        elif "U" in number or "W" in number:
            monday = "W" in number
            start = _days_before(year, 1, 1)
            lead = (start + (3 if monday else 4)) % 7
            day_of_week = weekday if monday else (weekday + 1) % 7
            week = number["W"] if monday else number["U"]
            days = start + (week * 7 - lead + day_of_week if lead else (week - 1) * 7 + day_of_week)
        if days is not None:
            year, month, day = _civil(days)
    if yday is None:
        lengths = (31, 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28, 31, 30, 31, 30)
        lengths += (31, 31, 30, 31, 30, 31)
        if day > lengths[month - 1]:
            raise ValueError("day is out of range for month")
        yday = _days_before(year, month, day) - _days_before(year, 1, 1) + 1
    elif "m" not in number:
        year, month, day = _civil(_days_before(year, 1, 1) + yday - 1)
    if weekday is None:
        weekday = (_days_before(year, month, day) + 3) % 7
    if leap_fix:
        year = 1900
    fields = (year, month, day, hour, number.get("M", 0), number.get("S", 0), weekday, yday)
    zone = found.get("Z")
    return fields, number.get("f", 0), None if zone is None else ("UTC", "GMT")[zone], found.get("z")


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    fields, _, zone, offset = _strptime(string, format)
    dst = -1 if zone is None else 0
    return struct_time(fields + (dst, zone, None if offset is None else offset[0]))


def tzset():
    pass


_CLOCKS = {
    "monotonic": ("clock_gettime(CLOCK_MONOTONIC)", True, False),
    "perf_counter": ("clock_gettime(CLOCK_MONOTONIC)", True, False),
    "process_time": ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", True, False),
    "thread_time": ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", True, False),
    "time": ("clock_gettime(CLOCK_REALTIME)", False, True),
}


class _ClockInfo:
    def __init__(self, implementation, monotonic, adjustable):
        self.implementation = implementation
        self.monotonic = monotonic
        self.adjustable = adjustable
        self.resolution = 1e-09

    def __repr__(self):
        return (
            f"namespace(implementation={self.implementation!r}, monotonic={self.monotonic}, "
            f"adjustable={self.adjustable}, resolution={self.resolution})"
        )


def get_clock_info(name, /):
    if name not in _CLOCKS:
        raise ValueError("unknown clock")
    return _ClockInfo(*_CLOCKS[name])


def clock_gettime_ns(clk_id, /):
    if clk_id in (CLOCK_REALTIME, CLOCK_TAI):
        return time_ns()
    if clk_id in (CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME):
        return monotonic_ns()
    if clk_id == CLOCK_PROCESS_CPUTIME_ID:
        return process_time_ns()
    if clk_id == CLOCK_THREAD_CPUTIME_ID:
        return thread_time_ns()
    raise OSError(22, "Invalid argument")


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1_000_000_000


def clock_getres(clk_id, /):
    return 1e-09
