"""The calendar side of `time`: UTC only. Owns no clock.
"""

tzname = ("UTC", "UTC")

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


class struct_time(tuple):
    __module__ = "time"

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

    def __repr__(self):
        names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
        return "time.struct_time(" + ", ".join([f"{name}={value}" for name, value in zip(names, self)]) + ")"


def gmtime(seconds=None):
    total = _now_ns() // 1_000_000_000 if seconds is None else int(seconds)
    days, rest = divmod(total, 86400)
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    year, month, day = _civil(days)
    yday = days - _days_before(year, 1, 1) + 1
    return struct_time((year, month, day, hour, minute, second, (days + 3) % 7, yday, 0))


localtime = gmtime


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


def mktime(parts):
    return float(_days_before(parts[0], parts[1], parts[2]) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5])


def strftime(format, parts=None):
    t = gmtime() if parts is None else parts
    out = []
    index = 0
    while index < len(format):
        c = format[index]
        index += 1
        if c != "%" or index == len(format):
            out.append(c)
            continue
        c = format[index]
        index += 1
        out.append(_field(c, t))
    return "".join(out)


def _field(c, t):
    hour12 = t[3] % 12 or 12
    if c == "Y":
        return f"{t[0]}"
    if c == "m":
        return f"{t[1]:02d}"
    if c == "d":
        return f"{t[2]:02d}"
    if c == "H":
        return f"{t[3]:02d}"
    if c == "M":
        return f"{t[4]:02d}"
    if c == "S":
        return f"{t[5]:02d}"
    if c == "I":
        return f"{hour12:02d}"
    if c == "p":
        return "AM" if t[3] < 12 else "PM"
    if c == "y":
        return f"{t[0] % 100:02d}"
    if c == "j":
        return f"{t[7]:03d}"
    if c == "A":
        return _DAYS[t[6]]
    if c == "a":
        return _DAYS[t[6]][:3]
    if c == "B":
        return _MONTHS[t[1] - 1]
    if c in "bh":
        return _MONTHS[t[1] - 1][:3]
    if c == "w":
        return str((t[6] + 1) % 7)
    if c == "Z":
        return "UTC"
    if c == "z":
        return "+0000"
    if c == "F":
        return strftime("%Y-%m-%d", t)
    if c in "TX":
        return strftime("%H:%M:%S", t)
    if c in "Dx":
        return strftime("%m/%d/%y", t)
    if c == "R":
        return strftime("%H:%M", t)
    if c == "c":
        return strftime("%a %b ", t) + f"{t[2]:2d}" + strftime(" %H:%M:%S %Y", t)
    if c == "%":
        return "%"
    if c == "n":
        return "\n"
    if c == "t":
        return "\t"
    return "%" + c


def asctime(parts=None):
    return strftime("%c", gmtime() if parts is None else parts)


def ctime(seconds=None):
    return asctime(gmtime(seconds))
