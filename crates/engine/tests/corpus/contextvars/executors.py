import contextvars
import threading
import time
from concurrent.futures import ThreadPoolExecutor

request = contextvars.ContextVar("request", default="-")
depth = contextvars.ContextVar[int]("depth", default=0)
lines = []
lock = threading.Lock()


def log(message):
    with lock:
        lines.append(f"[{request.get()}] {message}")


def handle(n):
    request.set(f"r{n}")
    log("start")
    time.sleep(0.01 * n)
    log("end")
    return request.get()


with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(contextvars.copy_context().run, handle, n) for n in range(1, 4)]
    print([future.result() for future in futures])
print(*lines, sep="\n")
log("main")
print(lines[-1])
with ThreadPoolExecutor(1) as pool:
    print(pool.submit(handle, 9).result(), pool.submit(request.get).result())


def nested(limit):
    depth.set(depth.get() + 1)
    if depth.get() < limit:
        contextvars.copy_context().run(nested, limit)
    return depth.get()


print(contextvars.copy_context().run(nested, 4), depth.get())
context = contextvars.copy_context()


def fails():
    request.set("failed")
    raise ValueError("inside")


try:
    context.run(fails)
except ValueError as error:
    print(error, request.get(), context[request], sorted(var.name for var in context))
copy = context.copy()
print(copy == context, copy is context, len(copy), dict(copy.items()) == dict(context.items()))
