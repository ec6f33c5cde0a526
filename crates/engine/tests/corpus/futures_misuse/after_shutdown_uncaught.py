from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=2) as pool:
    print(pool.submit(pow, 2, 5).result())
pool.submit(print, "too late")
