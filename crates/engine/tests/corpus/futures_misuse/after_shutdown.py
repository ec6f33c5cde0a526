from concurrent.futures import ThreadPoolExecutor


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


pool = ThreadPoolExecutor(2)
pool.shutdown()
told(pool.submit, print)
told(pool.map, print, [1])
pool.shutdown()
with ThreadPoolExecutor() as other:
    pass
told(other.submit, print)
told(other.__enter__)
told(other.map, print, [])
