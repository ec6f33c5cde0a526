# The usual first program over a pool: pages, and one host that nobody has.
import concurrent.futures
import urllib.request

urls = [
    "http://www.news.example.com/",
    "http://www.weather.org/",
    "http://europe.shop.com/",
    "http://nonexistent-subdomain.python.org/",
]


def load(url, timeout):
    with urllib.request.urlopen(url, timeout=timeout) as page:
        return page.read()


with concurrent.futures.ThreadPoolExecutor(max_workers=5) as pool:
    futures = {pool.submit(load, url, 60): url for url in urls}
    for future in concurrent.futures.as_completed(futures):
        url = futures[future]
        try:
            data = future.result()
        except Exception as failure:
            print("%r generated an exception: %s" % (url, failure))
        else:
            print("%r page is %d bytes" % (url, len(data)))
