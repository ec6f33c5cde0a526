"""Aware datetimes: timezone, offsets, conversions, comparisons, a tzinfo of one's own."""
from datetime import UTC, datetime, timedelta, timezone, tzinfo

cet = timezone(timedelta(hours=1), "CET")
ist = timezone(timedelta(hours=5, minutes=30))
print(timezone.utc, repr(timezone.utc), cet, repr(cet), ist, repr(ist), UTC is timezone.utc)
m = datetime(2024, 6, 1, 12, 0, tzinfo=timezone.utc)
print(m, repr(m), m.tzname(), m.utcoffset(), m.dst())
print(m.astimezone(cet), m.astimezone(ist), m.astimezone(ist).astimezone(timezone.utc) == m)
print(m.replace(tzinfo=None), m.replace(tzinfo=cet) - m, m == m.astimezone(cet), hash(m) == hash(m.astimezone(cet)))
print(m.isoformat(), m.astimezone(ist).strftime("%Y-%m-%d %H:%M %z %Z"), m.timestamp())
print(datetime.fromisoformat("2024-06-01T12:00:00+02:00"), datetime.fromisoformat("2024-06-01T12:00Z"))
print(datetime.now(timezone.utc).tzinfo, datetime.now().tzinfo, datetime.now(cet).utcoffset())
print(timezone(-timedelta(hours=3, minutes=30)), timezone(timedelta(0)) is timezone.utc, timezone.min, timezone.max)


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return "CEST"

    def __repr__(self):
        return "Summer()"


s = m.astimezone(Summer())
print(s, repr(s), s.tzname(), s.dst(), s - m, s.timetuple().tm_isdst)
naive = datetime(2024, 6, 1)
print(naive == m, naive != m)
for make in (
    lambda: naive < m,
    lambda: naive - m,
    lambda: timezone(5),
    lambda: timezone(timedelta(hours=24)),
    lambda: timezone(timedelta(hours=1), 3),
    lambda: datetime(2024, 1, 1, tzinfo=3),
    lambda: tzinfo().utcoffset(None),
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
