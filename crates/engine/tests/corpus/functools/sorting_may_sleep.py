import functools
import threading
import time


def slowly(a, b):
    time.sleep(0.01)
    return (a > b) - (a < b)


def worker(name, results):
    results[name] = sorted([3, 1, 2], key=functools.cmp_to_key(slowly))


results = {}
threads = [threading.Thread(target=worker, args=(n, results)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results.items()))


@functools.lru_cache(maxsize=None)
def fetch(key):
    print("fetching", key)
    time.sleep(0.05)
    return key.upper()


def ask(key):
    results[key] = fetch(key)


for round_number in range(2):
    threads = [threading.Thread(target=ask, args=(key,)) for key in ("a", "b")]
    for thread in threads:
        thread.start()
        time.sleep(0.01)
    for thread in threads:
        thread.join()
print(results["a"], results["b"], fetch.cache_info())
print(functools.reduce(lambda a, b: (time.sleep(0.01), a + b)[1], range(5)))


class Page:
    @functools.cached_property
    def text(self):
        time.sleep(0.02)
        print("loaded")
        return "text"


page = Page()
print(page.text, page.text)
