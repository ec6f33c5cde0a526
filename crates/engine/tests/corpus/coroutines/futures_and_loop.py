# an event loop of our own: futures, tasks, timers, gather
import heapq
import time


class Future:
    def __init__(self, loop):
        self._loop = loop
        self._done = False
        self._result = None
        self._error = None
        self._callbacks = []

    def done(self):
        return self._done

    def set_result(self, value):
        self._result = value
        self._finish()

    def set_exception(self, error):
        self._error = error
        self._finish()

    def _finish(self):
        self._done = True
        for callback in self._callbacks:
            self._loop.soon(callback, self)

    def add_done_callback(self, callback):
        if self._done:
            self._loop.soon(callback, self)
        else:
            self._callbacks.append(callback)

    def result(self):
        if self._error is not None:
            raise self._error
        return self._result

    def __await__(self):
        if not self._done:
            yield self
        return self.result()


class Task(Future):
    def __init__(self, loop, coro, name):
        super().__init__(loop)
        self._coro = coro
        self.name = name
        loop.soon(self._step)

    def _step(self, woken=None):
        try:
            waits_for = self._coro.send(None)
        except StopIteration as stop:
            self.set_result(stop.value)
        except Exception as error:
            self.set_exception(error)
        else:
            waits_for.add_done_callback(self._step)

    def __repr__(self):
        return f"<Task {self.name} done={self._done}>"


class Loop:
    def __init__(self):
        self._ready = []
        self._timers = []
        self._count = 0

    def soon(self, callback, *args):
        self._ready.append((callback, args))

    def later(self, delay, callback, *args):
        self._count += 1
        heapq.heappush(self._timers, (time.monotonic() + delay, self._count, callback, args))

    def sleep(self, delay, result=None):
        future = Future(self)
        self.later(delay, future.set_result, result)
        return future

    def run(self, coro):
        main = Task(self, coro, "main")
        while not main.done():
            while self._timers and self._timers[0][0] <= time.monotonic():
                _, _, callback, args = heapq.heappop(self._timers)
                self.soon(callback, *args)
            if not self._ready:
                time.sleep(max(0, self._timers[0][0] - time.monotonic()))
                continue
            ready, self._ready = self._ready, []
            for callback, args in ready:
                callback(*args)
        return main.result()


loop = Loop()


async def gather(*coros):
    tasks = [Task(loop, coro, f"part-{number}") for number, coro in enumerate(coros)]
    return [await task for task in tasks]


async def fetch(name, delay):
    print("start", name)
    value = await loop.sleep(delay, name.upper())
    print("end", name)
    return value


async def fails():
    await loop.sleep(0.02)
    raise ValueError("failed")


async def main():
    print(await gather(fetch("a", 0.03), fetch("b", 0.01), fetch("c", 0.02)))
    task = Task(loop, fails(), "failing")
    print(task)
    try:
        await task
    except ValueError as error:
        print("caught", error, task)
    return "done"


print(loop.run(main()))
