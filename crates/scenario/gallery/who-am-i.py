# Five threads beside the main one say who they are: many threads, one process.
import os
import threading
import time

THREADS = 5  #@param {type:"slider", min:1, max:20}

processes = set()


def introduce():
    processes.add(os.getpid())
    me = threading.current_thread()
    print(f"I am {me.name}, main: {me is threading.main_thread()}")
    time.sleep(0.5)


introduce()
threads = [threading.Thread(target=introduce, name=f"helper-{n}") for n in range(1, THREADS + 1)]
for thread in threads:
    thread.start()
time.sleep(0.25)
print("threads alive:", threading.active_count())
for thread in threads:
    thread.join()
print("processes seen:", len(processes))
