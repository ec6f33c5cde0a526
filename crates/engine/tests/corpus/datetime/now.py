"""The clock as datetimes: what holds at any time of day."""
import time
from datetime import date, datetime, timedelta, timezone

start = datetime.now()
time.sleep(0.25)
took = datetime.now() - start
print(type(took), timedelta(seconds=0.25) <= took < timedelta(seconds=2))
print(0.25 <= took.total_seconds() < 2)
print(abs(datetime.now().timestamp() - time.time()) < 1, date.today() == datetime.today().date())
print(datetime.now(timezone.utc).utcoffset(), datetime.utcnow().tzinfo, datetime.now().tzinfo)
print(datetime.now() < datetime.now() + timedelta(days=1), datetime.fromtimestamp(time.time()) > start)
stamp = datetime.now().strftime("%Y-%m-%d %H:%M:%S")
print(len(stamp), datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S").strftime("%Y-%m-%d %H:%M:%S") == stamp)
print(len(datetime.now().isoformat(timespec="microseconds")), len(f"{datetime.now():%H:%M:%S.%f}"))


class Event:
    def __init__(self, name):
        self.name = name
        self.at = datetime.now()


first, second = Event("a"), Event("b")
print(first.at <= second.at, sorted([second, first], key=lambda event: (event.at, event.name))[0].name)
deadline = datetime.now() + timedelta(milliseconds=50)
while datetime.now() < deadline:
    time.sleep(0.01)
print("passed", datetime.now() >= deadline)
