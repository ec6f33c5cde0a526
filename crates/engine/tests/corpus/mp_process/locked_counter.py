import multiprocessing


def add(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


if __name__ == "__main__":
    value = multiprocessing.Value("i", 0, lock=False)
    lock = multiprocessing.Lock()
    processes = [multiprocessing.Process(target=add, args=(value, lock, 200)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value)
    try:
        lock.release()
    except ValueError as error:
        print(error)
    own = multiprocessing.RLock()
    with own, own:
        print(own)
    print(own)
    try:
        own.release()
    except AssertionError as error:
        print(error)
