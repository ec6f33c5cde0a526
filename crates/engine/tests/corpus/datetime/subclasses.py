"""Classes built on datetime's, copies, and values in containers."""
import copy
from datetime import date, datetime, timedelta


class Stamp(datetime):
    def short(self):
        return self.strftime("%H:%M")


class Span(timedelta):
    def __str__(self):
        return f"{self.total_seconds():.1f} s"


s = Stamp(2020, 1, 2, 3, 4)
print(s, s.short(), type(s).__name__, type(s + timedelta(1)).__name__, repr(s))
print(Stamp.now().short() != "", Stamp.fromisoformat("2021-01-01").short(), type(s.replace(year=2021)).__name__)
print(Span(seconds=90), Span(minutes=1) + timedelta(1), isinstance(Span(1), timedelta))
d = {date(2020, 1, 1): "a", datetime(2020, 1, 1): "b", timedelta(1): "c"}
print(d[date(2020, 1, 1)], d[datetime(2020, 1, 1)], d[timedelta(hours=24)])
print([date(2020, 1, 1), timedelta(5)], {"at": datetime(2020, 1, 1)}, (timedelta(0),))
days = [date(2024, 12, 30) + timedelta(i) for i in range(4)]
print([str(day) for day in days], {day.year for day in days} == {2024, 2025})
print(copy.copy(s) == s, type(copy.copy(days[0])).__name__, copy.copy(timedelta(3)))
print(min(days), max(days), days.index(date(2025, 1, 1)), date(2024, 12, 31) in days)
