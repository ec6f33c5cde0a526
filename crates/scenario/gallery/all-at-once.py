# The same ten jobs with a thread each.
import threading
import time

JOBS = 10  #@param {type:"slider", min:1, max:30}
JOB_S = 0.5  #@param {type:"number", min:0, max:5, step:0.1}


def job(number):
    time.sleep(JOB_S)
    print(f"job {number} done")


start = time.perf_counter()
threads = []
for number in range(1, JOBS + 1):
    thread = threading.Thread(target=job, args=(number,))
    threads.append(thread)
    thread.start()
for thread in threads:
    thread.join()
print(f"{time.perf_counter() - start:.1f} s with {JOBS} threads")
