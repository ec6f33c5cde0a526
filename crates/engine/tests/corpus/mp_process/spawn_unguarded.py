import multiprocessing
import os

# The child's traceback, which tells what is missing, is not the point here.
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def work():
    print("never")


multiprocessing.set_start_method("spawn")
process = multiprocessing.Process(target=work)
process.start()
process.join()
print(process.exitcode)
