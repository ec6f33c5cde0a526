import multiprocessing


def inner(depth):
    print(multiprocessing.current_process().name, depth, flush=True)
    if depth:
        process = multiprocessing.Process(target=inner, args=(depth - 1,))
        process.start()
        process.join()


if __name__ == "__main__":
    process = multiprocessing.Process(target=inner, args=(2,))
    process.start()
    process.join()
    print(multiprocessing.Process().name)
