import concurrent.futures
import concurrent.futures.thread
from concurrent.futures import _base
from concurrent.futures._base import PENDING, FINISHED, RUNNING, CANCELLED, Error
from concurrent.futures.thread import ThreadPoolExecutor, BrokenThreadPool, _WorkItem

print(PENDING, RUNNING, CANCELLED, FINISHED, Error, _base.Future is concurrent.futures.Future)
print(ThreadPoolExecutor, BrokenThreadPool.__mro__[1], concurrent.futures.Executor.__module__)
print(concurrent.futures.FIRST_COMPLETED, concurrent.futures.ALL_COMPLETED, concurrent.futures.FIRST_EXCEPTION)
print(sorted(n for n in concurrent.futures.__all__ if n != "ProcessPoolExecutor"))


class Inline(concurrent.futures.Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = concurrent.futures.Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


with Inline() as pool:
    print(pool.submit(pow, 2, 3).result(), list(pool.map(abs, [-1, 2])), pool.submit(int, "x").exception())
try:
    concurrent.futures.Executor().submit(print)
except NotImplementedError as error:
    print(repr(error))
