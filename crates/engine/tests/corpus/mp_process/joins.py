import multiprocessing
import time


def work(seconds):
    time.sleep(seconds)


if __name__ == "__main__":
    start = time.perf_counter()
    processes = [multiprocessing.Process(target=work, args=(0.2,)) for _ in range(4)]
    for process in processes:
        process.start()
    print([process.is_alive() for process in processes])
    processes[0].join(timeout=0.02)
    print(processes[0].exitcode)
    for process in processes:
        process.join()
    print([process.exitcode for process in processes], multiprocessing.active_children())
    print(time.perf_counter() - start < 0.6)
