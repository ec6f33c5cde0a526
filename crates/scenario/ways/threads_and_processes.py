# The tasks on a few processes with a pool of threads each: processes compute side by side, threads wait side by side.
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

TASKS = 8  #@param {type:"slider", min:1, max:500}
CPU_MS = 20  #@param {type:"number", min:0, max:10000}
IO_MS = 100  #@param {type:"number", min:0, max:10000}
PAYLOAD_KB = 1  #@param {type:"number", min:0, max:100000}
PROCESSES = 4  #@param {type:"slider", min:1, max:64}
WORKERS = 4  #@param {type:"slider", min:1, max:64}
TURNS_PER_MS = 79_400  # of the loop below, on the machine that this was measured on


def task(payload):
    time.sleep(IO_MS / 1000)  # the answer of a disk, a database, a server
    turns = int(CPU_MS * TURNS_PER_MS)
    while turns:
        turns -= 1
    return len(payload)


def payloads():
    return [bytes(int(PAYLOAD_KB * 1024)) for _ in range(TASKS)]


def share(some):
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        return list(pool.map(task, some))


if __name__ == "__main__":
    every = payloads()
    shares = [every[first::PROCESSES] for first in range(PROCESSES)]
    with ProcessPoolExecutor(max_workers=PROCESSES) as pool:
        sizes = [size for done in pool.map(share, shares) for size in done]
    print(f"{len(sizes)} tasks, {sum(sizes)} bytes")
