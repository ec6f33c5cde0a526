# The same two workloads in three ways: what waits wants threads or coroutines, what counts wants processes.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

JOBS = 8  #@param {type:"slider", min:2, max:32}
WAIT_S = 0.2  #@param {type:"number", min:0.05, max:2, step:0.05}
TURNS = 200_000  #@param {type:"integer", min:1000, max:1000000}


def wait(_):
    time.sleep(WAIT_S)


def count(_):
    turns = TURNS
    while turns:
        turns -= 1


async def wait_on_loop(_):
    await asyncio.sleep(WAIT_S)


async def count_on_loop(_):
    count(_)


def in_pool(kind, job):
    with kind(max_workers=JOBS) as pool:
        list(pool.map(job, range(JOBS)))


async def all_on_loop(job):
    await asyncio.gather(*(job(n) for n in range(JOBS)))


def timed(run, *args):
    start = time.perf_counter()
    run(*args)
    return time.perf_counter() - start


def table(title, job, job_on_loop):
    times = {
        "processes": timed(in_pool, ProcessPoolExecutor, job),
        "threads": timed(in_pool, ThreadPoolExecutor, job),
        "coroutines": timed(asyncio.run, all_on_loop(job_on_loop)),
    }
    print(title, "- quickest:", min(times, key=times.get))


if __name__ == "__main__":
    table("waiting ", wait, wait_on_loop)
    table("counting", count, count_on_loop)
