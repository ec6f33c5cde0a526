import time
from concurrent.futures import ThreadPoolExecutor


class Shop:
    def __init__(self):
        self.sold = []

    def sell(self, item, price=1):
        time.sleep(0.01)
        self.sold.append((item, price))
        return len(self.sold)


shop = Shop()
with ThreadPoolExecutor(max_workers=1) as pool:
    futures = [pool.submit(shop.sell, "pen"), pool.submit(shop.sell, "ink", price=5), pool.submit(Shop)]
print([future.result() for future in futures[:2]], type(futures[2].result()).__name__)
print(shop.sold)
