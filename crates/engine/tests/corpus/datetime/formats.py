"""strftime and strptime of datetimes, and what does not match."""
from datetime import date, datetime, time

m = datetime(2007, 3, 9, 8, 5, 6, 70809)
for spec in (
    "%Y-%m-%d %H:%M:%S",
    "%d/%m/%y",
    "%A, %d. %B %Y",
    "%a %b %e",
    "%I:%M %p",
    "%H:%M:%S.%f",
    "%j|%U|%W|%V|%G|%u|%w",
    "%c",
    "%x %X",
    "%D %T %R %F",
    "%-d.%-m.%y %-H",
    "100%%",
    "%Z%z|",
    "plain",
    "",
):
    print(repr(m.strftime(spec)), repr(f"{m:{spec}}"))
print(date(2007, 3, 9).strftime("%H:%M %d"), time(8, 5).strftime("%H-%M-%S"))
for text, spec in (
    ("2024-01-15 10:30:00", "%Y-%m-%d %H:%M:%S"),
    ("15/Jan/24", "%d/%b/%y"),
    ("January 5, 2021", "%B %d, %Y"),
    ("3:07 PM", "%I:%M %p"),
    ("2024-01-15T10:30:00.250Z", "%Y-%m-%dT%H:%M:%S.%fZ"),
    ("2024-01-15 10:30:00 +0530", "%Y-%m-%d %H:%M:%S %z"),
    ("2020-366", "%Y-%j"),
    ("20240115", "%Y%m%d"),
    ("Mon Jan 15 2024", "%a %b %d %Y"),
    ("  12", " %d"),
    ("2024-13-01", "%Y-%m-%d"),
    ("2024-02-30", "%Y-%m-%d"),
    ("2024-01-01 extra", "%Y-%m-%d"),
    ("x", "%Y"),
    ("1", "%Q"),
):
    try:
        print(datetime.strptime(text, spec))
    except ValueError as error:
        print("ValueError", error)
