"""Clocks: what each promises, and the same clocks by number."""
import time

for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    info = time.get_clock_info(name)
    print(name, info.monotonic, info.adjustable, info.implementation, info.resolution)
print(time.get_clock_info("time"))
print(abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 1)
print(abs(time.clock_gettime(time.CLOCK_MONOTONIC) - time.monotonic()) < 1)
print(type(time.clock_gettime_ns(time.CLOCK_MONOTONIC)), time.clock_getres(time.CLOCK_MONOTONIC))
before, after = time.perf_counter_ns(), time.perf_counter_ns()
print(after >= before, type(before), isinstance(time.perf_counter(), float))
cpu = time.process_time()
time.sleep(0.2)
print(time.process_time() - cpu < 0.1, time.thread_time() >= 0)
start = time.monotonic()
time.sleep(0.05)
print(round(time.monotonic() - start, 1) in (0.0, 0.1))
print(time.tzname[0] in ("UTC", "GMT"), time.timezone, time.daylight, time.altzone)
time.tzset()
try:
    time.get_clock_info("sundial")
except ValueError as error:
    print("ValueError", error)
