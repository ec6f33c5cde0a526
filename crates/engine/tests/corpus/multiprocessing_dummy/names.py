# The threads of a pool have names as threads have: the workers first, then the three that handle them.
import threading
from multiprocessing.dummy import Pool

pool = Pool(2)
print([thread.name for thread in threading.enumerate()])
print(threading.active_count())
pool.close()
pool.join()
print([thread.name for thread in threading.enumerate()])
