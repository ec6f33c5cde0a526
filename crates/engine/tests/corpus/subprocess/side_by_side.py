# Programs run beside each other and beside threads; futures over subprocess.
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    return subprocess.run(["sh", "-c", f"sleep 0.2; echo job {n}"], capture_output=True, text=True).stdout.strip()


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(job, range(4))))
print(round(time.perf_counter() - start, 1))
start = time.perf_counter()
all_of_them = [subprocess.Popen(["sleep", "0.2"]) for _ in range(5)]
print([one.wait() for one in all_of_them], round(time.perf_counter() - start, 1))
