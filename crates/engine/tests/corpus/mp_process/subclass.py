import multiprocessing
import sys


class Worker(multiprocessing.Process):
    def __init__(self, code):
        super().__init__()
        self.code = code
        self.ran = False

    def run(self):
        self.ran = True
        print("run", self.name, self.code, multiprocessing.current_process() is self, flush=True)
        sys.exit(self.code)


if __name__ == "__main__":
    for code in (0, 7, None, True):
        worker = Worker(code)
        worker.start()
        worker.join()
        print(worker.name, worker.exitcode, worker.ran)
    worker = Worker(3)
    try:
        worker.run()
    except SystemExit as leaving:
        print("in this process", leaving.code, worker.exitcode)
