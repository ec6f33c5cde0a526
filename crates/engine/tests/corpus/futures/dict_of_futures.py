import time
from concurrent import futures

PAGES = {"home": 0.1, "news": 0.2, "broken": 0.05}


def fetch(page):
    time.sleep(PAGES[page])
    if page == "broken":
        raise OSError("404")
    return len(page)


with futures.ThreadPoolExecutor(max_workers=3) as pool:
    by_future = {pool.submit(fetch, page): page for page in sorted(PAGES)}
    for future in futures.as_completed(by_future):
        page = by_future[future]
        try:
            size = future.result()
        except OSError as error:
            print(f"{page} failed: {error!r}")
        else:
            print(f"{page} has {size}")
