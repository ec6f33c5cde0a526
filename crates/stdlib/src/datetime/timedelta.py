"""`datetime.timedelta`. Part of `datetime`; owns no date.
"""


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
