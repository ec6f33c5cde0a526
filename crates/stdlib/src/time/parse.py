"""`time.strptime`: text as dates, and the clocks by number. Part of `time`; `datetime` reads with it too.
"""


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
