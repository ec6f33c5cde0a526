"""struct_time: fields, text, comparisons, and back to seconds."""
import time

t = time.gmtime(1_600_000_000)
print(t)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst)
print(t[0], t[:3], len(t), tuple(t), list(t)[3:6], t == time.gmtime(1_600_000_000), isinstance(t, tuple))
year, month, day, *rest = t
print(year, month, day, rest)
print(time.gmtime(-1)[:6], time.gmtime(0.9)[:6], time.gmtime(1e10)[:6])
print(time.mktime(time.localtime(1_600_000_000)), time.mktime((2024, 2, 29, 12, 0, 0, 0, 0, -1)))
print(time.mktime((2024, 14, 35, 0, 0, 0, 0, 0, -1)) == time.mktime((2025, 3, 7, 0, 0, 0, 0, 0, -1)))
made = time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0))
print(made, made.tm_hour, made < time.gmtime(), time.struct_time(range(9)).tm_isdst)
print(time.strptime("2021-02-03 04:05:06", "%Y-%m-%d %H:%M:%S"))
print(time.strptime("30 Nov 00", "%d %b %y").tm_wday, time.strptime("11:30 PM", "%I:%M %p")[3:5])
print(time.mktime(time.strptime("Fri Nov 30 12:00:00 2001")), sorted([made, t])[0].tm_year)
for make in (
    lambda: time.struct_time((1, 2)),
    lambda: time.mktime((1, 2)),
    lambda: time.gmtime("x"),
    lambda: time.strptime("x", "%Y"),
    lambda: time.strptime("2020 ", "%Y"),
    lambda: time.strptime("2020", "%K"),
):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
