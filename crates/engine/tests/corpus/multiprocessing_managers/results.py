# The usual script: each process leaves its result under its number in a manager's dict.
import time
from multiprocessing import Manager, Process


def work(n, results):
    time.sleep(0.02 * (3 - n))
    results[n] = f"result {n}"


if __name__ == "__main__":
    manager = Manager()
    results = manager.dict()
    jobs = []
    for n in range(3):
        job = Process(target=work, args=(n, results))
        jobs.append(job)
        job.start()
    for job in jobs:
        job.join()
    print([results[n] for n in range(3)])
    print(jobs[0].name, len(results))
