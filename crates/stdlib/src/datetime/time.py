"""`datetime.time`: times of day. Part of `datetime`.
"""


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
