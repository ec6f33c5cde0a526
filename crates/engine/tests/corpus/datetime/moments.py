"""datetime: fields, arithmetic, parts, combine, replace, timestamps."""
from datetime import date, datetime, time, timedelta, timezone

m = datetime(2024, 1, 31, 13, 5, 9, 123456)
print(m, repr(m), str(m), m.hour, m.minute, m.second, m.microsecond, m.tzinfo)
print(m.date(), m.time(), m.timetz(), m.isoformat(), m.isoformat(" "), m.isoformat(timespec="minutes"))
print(m.isoformat("T", "milliseconds"), m.isoformat(timespec="hours"), m.replace(microsecond=0))
print(m + timedelta(days=30, hours=12), m - timedelta(seconds=10), m - datetime(2023, 1, 1))
print((m - datetime(2024, 1, 31)).total_seconds(), m.timestamp(), m.ctime())
print(datetime.combine(date(2020, 5, 6), time(7, 8)), datetime.combine(m, m.time()))
print(datetime.fromtimestamp(1700000000, timezone.utc), datetime.fromtimestamp(0.5, tz=timezone.utc))
print(datetime.utcfromtimestamp(86400), datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp())
print(m < datetime(2025, 1, 1), m == datetime(2024, 1, 31, 13, 5, 9, 123456), m == date(2024, 1, 31))
print(m.weekday(), m.isocalendar(), m.timetuple(), m.utctimetuple().tm_hour)
print(repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 5)), repr(datetime(2024, 1, 1, fold=1)))
print(datetime.min, datetime.max, datetime.resolution, isinstance(m, date))
print(time(1, 2), repr(time(1, 2, 3)), time(1, 2, 3, 4).isoformat(), time(23, 59) > time(1), time(5).replace(minute=6))
print(time.fromisoformat("04:05:06.789"), f"{time(4, 5):%H h %M}", time.min, time.max)
for make in (
    lambda: datetime(2024, 1),
    lambda: datetime(2024, 1, 32),
    lambda: datetime(2024, 1, 1, 24),
    lambda: datetime(2024, 1, 1, 0, 60),
    lambda: datetime(2024, 1, 1, 0, 0, 0, 10**6),
    lambda: datetime(2024, 1, 1, tzinfo="UTC"),
    lambda: m + 5,
    lambda: m - 5,
    lambda: m < date(2024, 1, 1),
    lambda: m > "x",
    lambda: datetime.combine(1, 2),
    lambda: datetime.fromtimestamp("x"),
    lambda: datetime.max + timedelta(1),
    lambda: m.isoformat(timespec="days"),
    lambda: m.years,
    lambda: time(25),
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
