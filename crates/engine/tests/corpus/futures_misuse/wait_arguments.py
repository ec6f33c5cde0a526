import concurrent.futures as cf


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


future = cf.Future()
told(cf.wait, [future], 0.01, "SOME_COMPLETED")
told(cf.wait, [1, 2])
told(cf.wait, future)
told(cf.wait)
told(lambda: list(cf.as_completed([1])))
told(lambda: list(cf.as_completed(future)))
told(lambda: list(cf.as_completed([future], timeout=0.02)))
told(lambda: list(cf.as_completed([future, cf.Future()], timeout=0)))
print(cf.wait([future], 0.01))
future.set_result(0)
print(cf.wait([future], return_when="whatever").done == {future})
print(cf.wait([]), list(cf.as_completed([])))
