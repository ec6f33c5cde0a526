import time

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

session = requests.Session()
retries = Retry(total=3, backoff_factor=0.5, status_forcelist=[500, 502, 503])
session.mount("https://", HTTPAdapter(max_retries=retries, pool_connections=4, pool_maxsize=8))
start = time.perf_counter()
try:
    session.get("https://httpbin.org/status/503")
except requests.exceptions.RetryError as error:
    print(error)
# Waits of 0, 1 and 2 s between the four tries.
print(3 < time.perf_counter() - start < 4.5)
print(session.get("https://httpbin.org/status/404").status_code)
print(retries)
