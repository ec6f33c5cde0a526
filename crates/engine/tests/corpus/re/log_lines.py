"""A log read with named groups by worker threads, and a replacement that sleeps."""
import re
import threading
import time

LINE = re.compile(r"^(?P<time>\d\d:\d\d:\d\d) \[(?P<level>\w+)\] (?P<worker>[\w-]+): (?P<text>.*)$")
lines = ["03:04:05 [INFO] worker-1: started", "not a line", "03:04:06 [ERROR] worker-2: failed: disk full", "03:04:09 [INFO] worker-1: done in 1.5s"]
results = [None] * len(lines)


def parse(number):
    found = LINE.match(lines[number])
    results[number] = found.groupdict() if found else None


threads = [threading.Thread(target=parse, args=(n,)) for n in range(len(lines))]
for t in threads:
    t.start()
for t in threads:
    t.join()
for result in results:
    print(result)


def slow_double(match):
    time.sleep(0.05)
    return f"<{float(match[0]) * 2:g}>"


start = time.perf_counter()
print(re.sub(r"\d+(?:\.\d+)?", slow_double, "1 then 2.5 then 40"))
print(round(time.perf_counter() - start, 1))
