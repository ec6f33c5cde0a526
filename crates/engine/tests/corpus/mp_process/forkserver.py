import multiprocessing
import os

print("the file runs as", __name__, flush=True)


def work(number):
    print(number, multiprocessing.current_process().name, flush=True)
    os._exit(number)


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    for number in range(2):
        process = context.Process(target=work, args=(number,))
        process.start()
        process.join()
        print(process.exitcode, process.pid != os.getpid(), flush=True)
