"""timedelta: building, normal form, arithmetic, text."""
from datetime import timedelta

for td in (
    timedelta(),
    timedelta(1),
    timedelta(days=2, hours=3, minutes=4, seconds=5, milliseconds=6, microseconds=7),
    timedelta(seconds=-1),
    timedelta(hours=36),
    timedelta(weeks=1, days=-1),
    timedelta(seconds=0.1),
    timedelta(days=1.5),
    timedelta(microseconds=1.5),
    timedelta(minutes=90, seconds=3600),
):
    print(repr(td), "|", td, "|", td.days, td.seconds, td.microseconds, td.total_seconds(), bool(td))
a, b = timedelta(hours=5), timedelta(minutes=90)
print(a + b, a - b, b - a, -a, abs(b - a), +a)
print(a * 2, 3 * b, a * 0.3, a / 4, a // 7, a / b, a // b, a % b, divmod(a, b))
print(a > b, a == timedelta(minutes=300), a <= b, a != b, sorted([a, b, timedelta()]))
print(sum([a, b, a], timedelta()), max(a, b), {a: 1}[timedelta(seconds=18000)])
print(timedelta.min, timedelta.max, timedelta.resolution)
print(str(a)[:4], f"{b!s:>12}|", f"took {a.total_seconds():.2f}s")
print(a.total_seconds() // 3600, divmod(a.seconds, 60), a == 5, a != "x")
for make in (
    lambda: timedelta("1"),
    lambda: timedelta(days=10**10),
    lambda: a / 0,
    lambda: a // timedelta(),
    lambda: a % timedelta(),
    lambda: a + 1,
    lambda: 1 - a,
    lambda: a < 1,
    lambda: a * "x",
    lambda: a * a,
    lambda: timedelta.max + timedelta(1),
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
