"""Dates: fields, arithmetic, order, ISO weeks, and what is refused."""
from datetime import date, timedelta

d = date(2024, 2, 28)
print(d, repr(d), d.year, d.month, d.day)
print(d + timedelta(days=1), d + timedelta(2), d - timedelta(weeks=9))
print(d - date(2023, 2, 28), (date(2025, 1, 1) - d).days)
print(d.weekday(), d.isoweekday(), d.isocalendar(), d.isocalendar().week)
print(d.replace(day=29), d.replace(year=1999, month=12))
print(d.toordinal(), date.fromordinal(738944), date.min, date.max, date.resolution)
print(d.isoformat(), d.ctime(), d.timetuple())
print(date.fromisoformat("2021-03-04"), date.fromisoformat("20210304"), date.fromisoformat("2021-W10-4"))
print(date.fromisocalendar(2020, 53, 7))
print(sorted([date(2024, 5, 1), date(2023, 5, 1), date(2024, 4, 30)]))
print(d < date(2024, 3, 1), d == date(2024, 2, 28), d != d, d >= d, max(d, date(2030, 1, 1)))
print({d: "leap"}[date(2024, 2, 28)], hash(d) == hash(date(2024, 2, 28)))
print(f"{d:%d.%m.%Y}", f"{d}", format(d, "%A"), d.strftime("%j %U %W %V %G %u %w"))
for make in (
    lambda: date(2023, 2, 29),
    lambda: date(2023, 13, 1),
    lambda: date(0, 1, 1),
    lambda: date("2023", 1, 1),
    lambda: date.max + timedelta(1),
    lambda: date.fromisoformat("2023-2-1"),
    lambda: date.fromisoformat(20230201),
    lambda: date.fromisocalendar(2021, 53, 1),
    lambda: d < 5,
    lambda: d + 1,
    lambda: d - "x",
    lambda: d.replace(month=14),
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
