# Ten half-second jobs, one after the other.
import time

JOBS = 10  #@param {type:"slider", min:1, max:30}
JOB_S = 0.5  #@param {type:"number", min:0, max:5, step:0.1}


def job(number):
    time.sleep(JOB_S)
    print(f"job {number} done")


start = time.perf_counter()
for number in range(1, JOBS + 1):
    job(number)
print(f"{time.perf_counter() - start:.1f} s in turn")
