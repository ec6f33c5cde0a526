"""`time.strftime`: dates as text. Part of `time`; `datetime` formats with it too.
"""


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
