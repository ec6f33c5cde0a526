from concurrent.futures import ThreadPoolExecutor


def work(n):
    if n == 2:
        raise ValueError(f"bad {n}")
    return n


with ThreadPoolExecutor(2) as pool:
    try:
        for value in pool.map(work, range(5)):
            print(value)
    except ValueError as error:
        print("stopped:", error)
print("done")
