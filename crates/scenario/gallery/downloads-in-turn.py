# Twenty downloads, one after the other: the thread waits for the network most of the time.
import time

import requests

DOWNLOADS = 20  #@param {type:"slider", min:1, max:50}

COUNTRIES = "CN IN US ID BR PK NG BD RU JP MX PH VN ET EG DE IR TR CD FR".split()


def download(country):
    answer = requests.get(f"https://flags.example.com/{country.lower()}.gif")
    answer.raise_for_status()
    return len(answer.content)


start = time.perf_counter()
for n in range(DOWNLOADS):
    country = COUNTRIES[n % len(COUNTRIES)]
    download(country)
    print(country, end=" ")
print(f"\n{DOWNLOADS} flags, {(time.perf_counter() - start) / DOWNLOADS:.1f} s each on average")
