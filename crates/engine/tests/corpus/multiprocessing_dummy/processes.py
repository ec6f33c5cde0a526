# Process, Queue, Lock, Pipe, Value, Manager of multiprocessing.dummy are threads' own.
import multiprocessing.dummy as mp
import queue
import threading
import time

print(mp.Queue is queue.Queue, mp.JoinableQueue is queue.Queue, mp.Lock is threading.Lock)
print(mp.current_process().name, issubclass(mp.Process, threading.Thread))
results = mp.Queue()
lock = mp.Lock()


def work(n):
    time.sleep(0.02 * n)
    with lock:
        results.put((n, mp.current_process().name))


workers = [mp.Process(target=work, args=(n,)) for n in range(3)]
print([worker.exitcode for worker in workers])
for worker in workers:
    worker.start()
print(workers[2].exitcode, len(mp.active_children()))
for worker in workers:
    worker.join()
print([worker.exitcode for worker in workers], mp.active_children())
print([results.get() for _ in range(3)])

here, there = mp.Pipe()
here.send({"a": 1})
print(there.poll(), there.recv(), there.poll(), here.poll(0.01))
there.send_bytes(b"x")
print(here.recv_bytes())

manager = mp.Manager()
space = manager.Namespace(a=1, _hidden=2)
space.b = 3
print(space, manager.dict(x=1), manager.list([1]))
number = mp.Value("i", 7)
number.value += 1
print(number, list(mp.Array("i", [1, 2])))
mp.freeze_support()
