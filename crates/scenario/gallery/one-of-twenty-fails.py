# One task of twenty raises: the exception waits in its future until somebody asks for the result.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

WORKERS = 5  #@param {type:"slider", min:1, max:20}
CATCH = True  #@param {type:"boolean"}

COUNTRIES = "CN IN US ID BR PK NG BD RU JP MX PH VN ET EG DE IR TR CD FR".split()


def download(country):
    time.sleep(0.1)
    if country == "PH":
        raise LookupError("HTTP 404")
    return country


collected = 0
with ThreadPoolExecutor(max_workers=WORKERS) as pool:
    country_of = {pool.submit(download, country): country for country in COUNTRIES}
    try:
        for future in as_completed(country_of):
            try:
                future.result()
                collected += 1
            except LookupError as error:
                print(country_of[future], "failed:", error)
                if not CATCH:
                    raise
    except LookupError:
        print("the first error ended the loop")
print("every other one collected:", collected == len(COUNTRIES) - 1)
