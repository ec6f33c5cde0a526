from concurrent.futures import ThreadPoolExecutor


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


told(ThreadPoolExecutor, 0)
told(ThreadPoolExecutor, -2)
told(ThreadPoolExecutor, "4")
told(ThreadPoolExecutor, initializer=5)
told(ThreadPoolExecutor, workers=5)
pool = ThreadPoolExecutor(1)
told(pool.submit)
told(pool.map)
told(pool.map, len, 5)
told(pool.shutdown, True, True)
told(pool.submit(5).result)
told(pool.submit(len).result)
told(list, pool.map(len, [1]))
told(list, pool.map(len, ["a", "bb"], chunksize=0))
told(list, pool.map(pow, [2, 3], [3, 2, 1]))
pool.shutdown()
