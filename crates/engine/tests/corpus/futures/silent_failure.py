from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(1) as pool:
    pool.submit(lambda: 1 / 0)
    pool.submit(print, "nobody asked for the result")
print("no traceback anywhere")
