import time

start = time.perf_counter()
time.sleep(0.2)
elapsed = time.perf_counter() - start
print(0.2 <= elapsed < 0.4, time.monotonic() > 0, time.time() > 1_600_000_000)
print(type(time.time()).__name__, type(time.time_ns()).__name__, time.perf_counter_ns() > 0)
before = time.monotonic()
time.sleep(0)
print(time.monotonic() >= before, time.process_time() >= 0)
for bad in (-1, "1", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
