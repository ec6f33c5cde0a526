"""zoneinfo: the one zone that needs no rules."""
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

utc = ZoneInfo("UTC")
m = datetime(2024, 5, 6, 7, 8, tzinfo=utc)
print(m, repr(m), m.tzname(), m.utcoffset(), m.dst())
print(utc, repr(utc), utc.key, ZoneInfo("UTC") is utc)
print(m + timedelta(hours=30), m.isoformat(), m.strftime("%H:%M %Z"))
