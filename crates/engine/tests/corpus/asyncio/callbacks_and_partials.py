import asyncio
import functools


class Job:
    def __init__(self, name):
        self.name = name

    def done(self, future):
        print(self.name, "done with", future.result())

    def __call__(self, *args):
        print(self.name, "called with", args)


def report(prefix, future, *, suffix=""):
    print(prefix, future.result(), suffix)


async def work(value):
    await asyncio.sleep(0.01)
    return value


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work(5))
    job = Job("job")
    task.add_done_callback(job.done)
    task.add_done_callback(functools.partial(report, "partial", suffix="!"))
    task.add_done_callback(lambda future: print("lambda", future is task))
    print(await task)
    loop.call_soon(job, 1, 2)
    loop.call_soon(functools.partial(print, "kept", end=" words\n"))
    loop.call_later(0.01, job)
    await asyncio.sleep(0.02)
    again = asyncio.create_task(work(6))
    print(again.remove_done_callback(job.done))
    again.add_done_callback(job.done)
    print(again.remove_done_callback(job.done))
    await again
    results = []
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    for each in tasks:
        each.add_done_callback(lambda future: results.append(future.result()))
    await asyncio.wait(tasks)
    print(results)
    background = set()
    for n in range(3):
        each = asyncio.create_task(work(n))
        background.add(each)
        each.add_done_callback(background.discard)
    await asyncio.sleep(0.05)
    print(len(background))


asyncio.run(main())
