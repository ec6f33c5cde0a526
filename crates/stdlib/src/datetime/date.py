"""`datetime.date`. Part of `datetime`; knows of times of day only that they are another class.
"""


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
