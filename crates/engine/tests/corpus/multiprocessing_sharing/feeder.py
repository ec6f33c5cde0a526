# put() keeps the object and a thread sends it: empty() may lag, and an unpicklable item does not stop the others (rule 41).
import sys
import io
import time
from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue()
    sys.stderr = io.StringIO()
    queue.put(lambda: 0)
    queue.put("after")
    print(queue.get())
    time.sleep(0.05)
    told = sys.stderr.getvalue()
    sys.stderr = sys.__stderr__
    print("Can't pickle <function <lambda>" in told, "_feed" in told)
    print(queue.qsize(), queue.empty())
    item = [1]
    queue.put(item)
    time.sleep(0.05)
    item.append(2)
    print(queue.get())
