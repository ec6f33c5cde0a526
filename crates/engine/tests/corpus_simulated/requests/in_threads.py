# Waiting for the network gives up the GIL: ten threads wait at the same time.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

urls = [f"https://httpbin.org/delay/1?n={n}" for n in range(10)]


def fetch(url):
    answer = requests.get(url)
    return answer.json()["args"]["n"]


start = time.perf_counter()
for url in urls[:3]:
    fetch(url)
print("in turn", 3 < time.perf_counter() - start < 4.5)
start = time.perf_counter()
with ThreadPoolExecutor(max_workers=10) as pool:
    print(list(pool.map(fetch, urls)))
print("at once", 1 < time.perf_counter() - start < 1.6)
with ThreadPoolExecutor(max_workers=5) as pool:
    futures = {pool.submit(requests.get, f"https://httpbin.org/status/{code}"): code for code in (200, 404, 500)}
    print(sorted((futures[done], done.result().status_code) for done in as_completed(futures)))
