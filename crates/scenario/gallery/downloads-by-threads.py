# The same twenty downloads on a pool of threads: the waits overlap, the work hardly counts.
import time
from concurrent.futures import ThreadPoolExecutor

import requests

WORKERS = 20  #@param {type:"slider", min:1, max:50}

COUNTRIES = "CN IN US ID BR PK NG BD RU JP MX PH VN ET EG DE IR TR CD FR".split()


def download(country):
    answer = requests.get(f"https://flags.example.com/{country.lower()}.gif")
    answer.raise_for_status()
    print(country, end=" ")
    return len(answer.content)


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=WORKERS) as pool:
    sizes = list(pool.map(download, sorted(COUNTRIES)))
print(f"\n{len(sizes)} flags side by side: {time.perf_counter() - start < 3}")
