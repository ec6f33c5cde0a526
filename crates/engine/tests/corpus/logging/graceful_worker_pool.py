import enum
import logging
import queue
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import Dict, List, Optional

logging.basicConfig(
    stream=sys.stdout, level=logging.INFO, format="[%(levelname)-7s] %(name)s.%(funcName)s: %(message)s", datefmt="%H:%M:%S"
)
logger = logging.getLogger("pool")


class Status(enum.Enum):
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    status: Status = field(default=Status.PENDING, compare=False)
    result: Optional[int] = field(default=None, compare=False)


def run(task: Task) -> Task:
    time.sleep(0.01 * task.priority)
    try:
        if task.name == "bad":
            raise RuntimeError("cannot run")
        task.result = task.priority * 10
        task.status = Status.DONE
        logger.info("%s -> %s", task.name, task.result)
    except RuntimeError as error:
        task.status = Status.FAILED
        logger.error("%s failed: %s", task.name, error)
    return task


tasks: List[Task] = [Task(3, "c"), Task(1, "a"), Task(2, "bad")]
with ThreadPoolExecutor(max_workers=3, thread_name_prefix="w") as pool:
    for future in as_completed([pool.submit(run, task) for task in tasks]):
        done = future.result()
        logger.info("%s is %s", done, done.status.value)
summary: Dict[Status, int] = {}
for task in sorted(tasks):
    summary[task.status] = summary.get(task.status, 0) + 1
print(summary)
heap: "queue.PriorityQueue[Task]" = queue.PriorityQueue()
for task in tasks:
    heap.put(task)
print([heap.get().name for _ in tasks], threading.active_count())
