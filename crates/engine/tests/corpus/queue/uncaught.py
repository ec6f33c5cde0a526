"""An Empty that nobody catches ends the script with its traceback."""
import queue

q = queue.Queue()
print("waiting")
q.get(timeout=0.1)
