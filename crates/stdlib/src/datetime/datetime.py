"""`datetime`: dates, times, durations and fixed offsets. Owns no clock: now is what `time` says.
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


class timedelta:
    __module__ = "datetime"

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        left_over = 0.0
        for name, value, unit in (
            ("days", days, _MICROS_A_DAY),
            ("seconds", seconds, 1_000_000),
            ("microseconds", microseconds, 1),
            ("milliseconds", milliseconds, 1000),
            ("minutes", minutes, 60_000_000),
            ("hours", hours, 3_600_000_000),
            ("weeks", weeks, 7 * _MICROS_A_DAY),
        ):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                part = (value - whole) * unit
                whole = int(part)
                total += whole
                left_over += part - whole
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {_named(value)}")
        if left_over:
            whole = round(left_over)
            if abs(whole - left_over) == 0.5:
                odd = total & 1
                whole = 2 * round((left_over + odd) * 0.5) - odd
            total += whole
        return cls._made(total)

    @classmethod
    def _made(cls, micros):
        days = micros // _MICROS_A_DAY
        if not -999999999 <= days <= 999999999:
            if not -(2**31) <= days < 2**31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._micros = micros
        return self

    @property
    def days(self):
        return self._micros // _MICROS_A_DAY

    @property
    def seconds(self):
        return self._micros // 1_000_000 % 86400

    @property
    def microseconds(self):
        return self._micros % 1_000_000

    def total_seconds(self):
        return self._micros / 1_000_000

    def __repr__(self):
        parts = []
        if self.days:
            parts.append(f"days={self.days}")
        if self.seconds:
            parts.append(f"seconds={self.seconds}")
        if self.microseconds:
            parts.append(f"microseconds={self.microseconds}")
        return f"{_named(self) if type(self) is timedelta else type(self).__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, second = divmod(self.seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{second:02d}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        if self.microseconds:
            text += f".{self.microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._made(self._micros + other._micros)
        if isinstance(other, date):
            return NotImplemented
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._made(self._micros - other._micros)
        return NotImplemented

    def __neg__(self):
        return timedelta._made(-self._micros)

    def __pos__(self):
        return timedelta._made(self._micros)

    def __abs__(self):
        return timedelta._made(abs(self._micros))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._made(self._micros * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._made(_half_even(self._micros * top, bottom))
        return NotImplemented

    def __rmul__(self, other):
        if isinstance(other, (int, float)):
            return self * other
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            if not other._micros:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._micros // other._micros
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._made(self._micros // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            if not other._micros:
                raise ZeroDivisionError("division by zero")
            return self._micros / other._micros
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._made(_half_even(self._micros, other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            if not top:
                raise ZeroDivisionError("division by zero")
            return timedelta._made(_half_even(self._micros * bottom, top))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            if not other._micros:
                raise ZeroDivisionError("integer modulo by zero")
            return timedelta._made(self._micros % other._micros)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            return self // other, self % other
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._micros == other._micros
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._micros < other._micros
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._micros <= other._micros
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._micros > other._micros
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._micros >= other._micros
        return NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._micros != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


class _IsoDate(tuple):
    __module__ = "datetime"
    __qualname__ = __name__ = "IsoCalendarDate"

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date:
    __module__ = "datetime"

    def __new__(cls, year, month, day):
        year, month, day = _check_date(year, month, day)
        return cls._of(year, month, day)

    @classmethod
    def _of(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        t = _time.localtime(timestamp)
        return cls(t[0], t[1], t[2])

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = _int(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _from_ordinal(ordinal)
        if year > 9999:
            raise ValueError(f"year {year} is out of range")
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(date_string) not in (7, 8, 10):
                raise ValueError
            return cls(*_read_date(date_string))
        except ValueError as error:
            _say_iso(error, date_string)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso_calendar(year, week, day))

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        today = _ordinal(year, self._month, self._day)
        first = _first_iso_monday(year)
        if today < first:
            year -= 1
            first = _first_iso_monday(year)
        elif today >= _first_iso_monday(year + 1):
            year += 1
            first = _first_iso_monday(year)
        week, weekday = divmod(today - first, 7)
        return tuple.__new__(_IsoDate, (year, week + 1, weekday + 1))

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        return f"{_DAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def timetuple(self):
        return _time.struct_time(self._fields(0, 0, 0, -1))

    def _fields(self, hour, minute, second, dst):
        yday = self.toordinal() - _ordinal(self._year, 1, 1) + 1
        return (self._year, self._month, self._day, hour, minute, second, self.weekday(), yday, dst)

    def strftime(self, format, /):
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {_named(format)}")
        return _time._format(format, self._fields(0, 0, 0, -1), "000000", "", "")

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_named(spec)}")
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f"{_own_name(self)}({self._year}, {self._month}, {self._day})"

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(other.days)
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, timedelta):
            return self + other
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _shifted(self, days):
        ordinal = self.toordinal() + days
        if not 1 <= ordinal <= 3652059:
            raise OverflowError("date value out of range")
        return type(self)(*_from_ordinal(ordinal))

    def _key(self):
        return (self._year, self._month, self._day)

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def _ordered(self, other):
        if isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() < other._key()
        return self._ordered(other)

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() <= other._key()
        return self._ordered(other)

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() > other._key()
        return self._ordered(other)

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() >= other._key()
        return self._ordered(other)

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return type(self), self._key()


def _own_name(value):
    kind = type(value)
    return f"datetime.{kind.__qualname__}" if kind.__module__ == "datetime" else kind.__qualname__


class tzinfo:
    __module__ = "datetime"

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - dst
        if standard:
            dt = dt + standard
            dst = dt.dst()
        return dt + dst


def _checked_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{_named(offset)}'")
    if not -_MICROS_A_DAY < offset._micros < _MICROS_A_DAY:
        raise ValueError(
            f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)."
        )
    return offset


class timezone(tzinfo):
    __module__ = "datetime"

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_named(offset)}")
        if name is None:
            if not offset and hasattr(cls, "utc"):
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_named(name)}")
        if not -_MICROS_A_DAY < offset._micros < _MICROS_A_DAY:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}."
            )
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt, /):
        return self._offset

    def dst(self, dt, /):
        return None

    def tzname(self, dt, /):
        if self._name is not None:
            return self._name
        return f"UTC{_offset_text(self._offset)}" if self._offset else "UTC"

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_own_name(self)}({self._offset!r})"
        return f"{_own_name(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def __reduce__(self):
        return type(self), (self._offset,) if self._name is None else (self._offset, self._name)


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(timedelta(minutes=-1439))
timezone.max = timezone(timedelta(minutes=1439))


def _zone_args(value):
    text = ""
    if value._zone is not None:
        text += f", tzinfo={value._zone!r}"
    if value._fold:
        text = f", fold=1{text}"
    return text


class time:
    __module__ = "datetime"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._micro = hour, minute, second, microsecond
        self._zone, self._fold = tzinfo, fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._micro

    @property
    def tzinfo(self):
        return self._zone

    @property
    def fold(self):
        return self._fold

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_read_time(time_string[1:] if time_string.startswith("T") else time_string))
        except ValueError as error:
            _say_iso(error, time_string)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._micro if microsecond is None else microsecond,
            self._zone if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def utcoffset(self):
        return None if self._zone is None else _checked_offset("utcoffset", self._zone.utcoffset(None))

    def dst(self):
        return None if self._zone is None else _checked_offset("dst", self._zone.dst(None))

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(None)

    def isoformat(self, timespec="auto"):
        text = _clock_text(self._hour, self._minute, self._second, self._micro, timespec)
        return text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format, /):
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return _time._format(
            format, fields, f"{self._micro:06d}", _offset_text(self.utcoffset(), ""), self.tzname() or ""
        )

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        text = f"{self._hour}, {self._minute}"
        if self._micro:
            text += f", {self._second}, {self._micro}"
        elif self._second:
            text += f", {self._second}"
        return f"{_own_name(self)}({text}{_zone_args(self)})"

    def _micros(self):
        offset = self.utcoffset()
        micros = ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._micro
        return micros - (0 if offset is None else offset._micros)

    def _comparable(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return True

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._micros() == other._micros()

    def __lt__(self, other):
        known = self._comparable(other)
        return self._micros() < other._micros() if known is True else known

    def __le__(self, other):
        known = self._comparable(other)
        return self._micros() <= other._micros() if known is True else known

    def __gt__(self, other):
        known = self._comparable(other)
        return self._micros() > other._micros() if known is True else known

    def __ge__(self, other):
        known = self._comparable(other)
        return self._micros() >= other._micros() if known is True else known

    def __hash__(self):
        return hash(self._micros())

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._micro, self._zone)


class datetime(date):
    __module__ = "datetime"

    def __new__(
        cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0
    ):
        if month is None:
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._micro = hour, minute, second, microsecond
        self._zone, self._fold = tzinfo, fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._micro

    @property
    def tzinfo(self):
        return self._zone

    @property
    def fold(self):
        return self._fold

    @classmethod
    def _from_micros(cls, micros, zone=None):
        # From the microseconds since day 0.
        day, rest = divmod(micros, _MICROS_A_DAY)
        if not 1 <= day <= 3652059:
            raise OverflowError("date value out of range")
        year, month, mday = _from_ordinal(day)
        seconds, micro = divmod(rest, 1_000_000)
        return cls(
            year, month, mday, seconds // 3600, seconds // 60 % 60, seconds % 60, micro, tzinfo=zone
        )

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        micros = _EPOCH_DAY * _MICROS_A_DAY + _time.time_ns() // 1000
        if tz is None:
            return cls._from_micros(micros)
        return tz.fromutc(cls._from_micros(micros, tz))

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        moment = cls._from_timestamp(timestamp, tz)
        return moment if tz is None else tz.fromutc(moment)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._from_timestamp(timestamp, None)

    @classmethod
    def _from_timestamp(cls, timestamp, zone):
        if isinstance(timestamp, float):
            if timestamp != timestamp:
                raise ValueError("Invalid value NaN (not a number)")
            if not -1e15 < timestamp < 1e15:
                raise OverflowError("timestamp out of range for platform time_t")
            top, bottom = timestamp.as_integer_ratio()
            micros = _half_even(top * 1_000_000, bottom)
        elif isinstance(timestamp, int):
            micros = timestamp * 1_000_000
        else:
            raise TypeError(f"'{_named(timestamp)}' object cannot be interpreted as an integer")
        try:
            return cls._from_micros(_EPOCH_DAY * _MICROS_A_DAY + micros, zone)
        except OverflowError:
            year = _time._civil(micros // _MICROS_A_DAY)[0]
            raise ValueError(f"year {year} is out of range") from None

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, globals()["date"]):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_named(date)}")
        if not isinstance(time, globals()["time"]):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_named(time)}")
        return cls(
            date._year,
            date._month,
            date._day,
            time._hour,
            time._minute,
            time._second,
            time._micro,
            time._zone if tzinfo is True else tzinfo,
            fold=time._fold,
        )

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            at = _date_length(date_string)
            fields = _read_date(date_string[:at])
            if len(date_string) == at:
                return cls(*fields)
            if len(date_string) == at + 1:
                raise ValueError
            return cls(*fields, *_read_time(date_string[at + 1 :]))
        except ValueError as error:
            _say_iso(error, date_string)

    @classmethod
    def strptime(cls, date_string, format, /):
        for index, value in ((1, date_string), (2, format)):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {index} must be str, not {_named(value)}")
        fields, micros, name, offset = _time._strptime(date_string, format)
        zone = None
        if offset is not None:
            offset = timedelta(seconds=offset[0], microseconds=offset[1])
            zone = timezone(offset) if name is None else timezone(offset, name)
        return cls(*fields[:6], micros, zone)

    def replace(
        self,
        year=None,
        month=None,
        day=None,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=True,
        *,
        fold=None,
    ):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._micro if microsecond is None else microsecond,
            self._zone if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def utcoffset(self):
        return None if self._zone is None else _checked_offset("utcoffset", self._zone.utcoffset(self))

    def dst(self):
        return None if self._zone is None else _checked_offset("dst", self._zone.dst(self))

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(self)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._micro, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._micro, self._zone, fold=self._fold)

    def _since_day_0(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return self.toordinal() * _MICROS_A_DAY + seconds * 1_000_000 + self._micro

    def _utc_micros(self):
        offset = self.utcoffset()
        return self._since_day_0() - (0 if offset is None else offset._micros)

    def timestamp(self):
        return (self._utc_micros() - _EPOCH_DAY * _MICROS_A_DAY) / 1_000_000

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time(
            self._fields(self._hour, self._minute, self._second, -1 if dst is None else int(bool(dst)))
        )

    def utctimetuple(self):
        moment = datetime._from_micros(self._utc_micros())
        return _time.struct_time(moment._fields(moment._hour, moment._minute, moment._second, 0))

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(timedelta(0), "UTC")
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_named(tz)}'")
        if self._zone is tz:
            return self
        moment = type(self)._from_micros(self._utc_micros(), tz)
        return tz.fromutc(moment)

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not str"
                if isinstance(sep, str) else f"isoformat() argument 1 must be a unicode character, not {_named(sep)}")
        text = _clock_text(self._hour, self._minute, self._second, self._micro, timespec)
        day = f"{self._year:04d}-{self._month:02d}-{self._day:02d}"
        return f"{day}{sep}{text}{_offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        clock = _clock_text(self._hour, self._minute, self._second, 0)
        return f"{_DAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} {clock} {self._year:04d}"

    def strftime(self, format, /):
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {_named(format)}")
        return _time._format(
            format,
            self._fields(self._hour, self._minute, self._second, -1),
            f"{self._micro:06d}",
            _offset_text(self.utcoffset(), ""),
            self.tzname() or "",
        )

    def __repr__(self):
        text = f"{self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}"
        if self._micro:
            text += f", {self._second}, {self._micro}"
        elif self._second:
            text += f", {self._second}"
        return f"{_own_name(self)}({text}{_zone_args(self)})"

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_micros(self._since_day_0() + other._micros, self._zone)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_micros(self._since_day_0() - other._micros, self._zone)
        if not isinstance(other, datetime):
            return NotImplemented
        if self._zone is other._zone:
            return timedelta._made(self._since_day_0() - other._since_day_0())
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._made(self._utc_micros() - other._utc_micros())

    def _difference(self, other):
        # Less than, equal to or more than 0, or what the comparison answers.
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return NotImplemented
        if self._zone is other._zone:
            return self._since_day_0() - other._since_day_0()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._utc_micros() - other._utc_micros()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._utc_micros() == other._utc_micros()

    def __lt__(self, other):
        less = self._difference(other)
        return less if less is NotImplemented else less < 0

    def __le__(self, other):
        less = self._difference(other)
        return less if less is NotImplemented else less <= 0

    def __gt__(self, other):
        less = self._difference(other)
        return less if less is NotImplemented else less > 0

    def __ge__(self, other):
        less = self._difference(other)
        return less if less is NotImplemented else less >= 0

    def __hash__(self):
        return hash(self._utc_micros())

    def __reduce__(self):
        return type(self), (
            self._year,
            self._month,
            self._day,
            self._hour,
            self._minute,
            self._second,
            self._micro,
            self._zone,
        )


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


