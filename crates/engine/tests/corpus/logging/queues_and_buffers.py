import logging
import logging.handlers
import queue
import sys
import threading

records = queue.Queue(-1)
root = logging.getLogger()
root.setLevel(logging.DEBUG)
root.addHandler(logging.handlers.QueueHandler(records))
console = logging.StreamHandler(sys.stdout)
console.setFormatter(logging.Formatter("%(threadName)s: %(levelname)s %(message)s"))
errors = logging.StreamHandler(sys.stdout)
errors.setLevel(logging.ERROR)
errors.setFormatter(logging.Formatter("ERRORS %(message)s"))
listener = logging.handlers.QueueListener(records, console, errors, respect_handler_level=True)
listener.start()


def work(n):
    log = logging.getLogger(f"worker.{n}")
    log.info("started %d", n)
    try:
        if n == 1:
            raise ValueError("one")
    except ValueError:
        log.error("failed %s", n)


for n in range(3):
    thread = threading.Thread(target=work, args=(n,), name=f"T{n}")
    thread.start()
    thread.join()
listener.stop()
root.handlers.clear()
target = logging.StreamHandler(sys.stdout)
target.setFormatter(logging.Formatter("buffered %(message)s"))
memory = logging.handlers.MemoryHandler(capacity=3, flushLevel=logging.ERROR, target=target)
root.addHandler(memory)
root.info("one")
root.info("two")
print("nothing yet", len(memory.buffer))
root.info("three")
root.debug("four")
root.error("five")
root.info("six")
memory.close()
print("closed", len(memory.buffer))
