"""`datetime.datetime`: a date with a time of day. Part of `datetime`.
"""


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
