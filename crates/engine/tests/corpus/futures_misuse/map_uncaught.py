from concurrent.futures import ThreadPoolExecutor


def inverse(n):
    return 1 / n


with ThreadPoolExecutor(2) as pool:
    for value in pool.map(inverse, [2, 1, 0, 4]):
        print(value)
