# A crawler over a made-up site: a pool bounds how many pages are fetched at a time.
import time

import gevent
from gevent import monkey
from gevent.pool import Pool

monkey.patch_all()
PAGES = {"/": ["/a", "/b"], "/a": ["/c", "/d"], "/b": ["/d", "/e"], "/c": [], "/d": ["/"], "/e": ["/f"], "/f": []}
seen = set()
order = []
pool = Pool(3)
busy = peak = 0


def fetch(url):
    global busy, peak
    busy += 1
    peak = max(peak, busy)
    time.sleep(0.02 + 0.01 * len(PAGES[url]))
    busy -= 1
    order.append(url)
    for link in PAGES[url]:
        if link not in seen:
            seen.add(link)
            crawl(link)


def crawl(url):
    gevent.spawn(pool.spawn, fetch, url)


start = time.time()
seen.add("/")
pool.spawn(fetch, "/")
while pool.greenlets or len(order) < len(PAGES):
    gevent.sleep(0.01)
    if len(order) == len(PAGES):
        break
pool.join()
print(sorted(order), order[0], peak, time.time() - start < 0.4)
