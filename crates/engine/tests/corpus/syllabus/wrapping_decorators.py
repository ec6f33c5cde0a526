"""Decorators as scripts write them around their work."""
import functools
import time
from functools import wraps


def timed(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = function(*args, **kwargs)
        took = time.perf_counter() - start
        print(f"{function.__name__} took its time: {took > 0.05}")
        return result

    return wrapper


def repeat(times, *, between=None):
    def decorator(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            results = []
            for _ in range(times):
                results.append(function(*args, **kwargs))
                if between:
                    between()
            return results

        wrapper.times = times
        return wrapper

    return decorator


@timed
def nap(seconds: float = 0.2) -> str:
    """Sleeps a little."""
    time.sleep(seconds)
    return "rested"


@repeat(3, between=lambda: print("again"))
@timed
def hop(n):
    time.sleep(0.1)
    return n * 2


print(nap())
print(nap.__name__, nap.__doc__, nap.__wrapped__.__name__, nap.__annotations__)
print(hop(4), hop.times, hop.__name__)
print(nap.__module__, nap.__qualname__)
