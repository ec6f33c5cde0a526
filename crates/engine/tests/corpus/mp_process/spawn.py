import multiprocessing

print("the file runs as", __name__, flush=True)
changed = "at the start"


class Point:
    def __init__(self, x):
        self.x = x


def work(point, number):
    print(multiprocessing.current_process().name, type(point).__name__, point.x, number, changed, flush=True)
    raise SystemExit(point.x)


if __name__ == "__main__":
    changed = "in main"
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=work, args=(Point(4), 2))
    process.start()
    process.join()
    print(process.exitcode)
