from concurrent.futures import ThreadPoolExecutor


def half(n):
    return 10 / n


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(half, 0)
    print("submitted")
    print(future.result())
