import time as clock
import concurrent.futures
import concurrent.futures as cf
from concurrent.futures import ThreadPoolExecutor as Pool, wait
from threading import Lock, Thread
import random, sys

print(cf is concurrent.futures, Pool is cf.ThreadPoolExecutor, clock.__name__)
print(Thread.__name__, callable(wait), type(Lock()).__name__)


def local():
    import os

    return os.getpid() > 0


print(local(), "os" in globals(), sys.__name__, random.__name__)
