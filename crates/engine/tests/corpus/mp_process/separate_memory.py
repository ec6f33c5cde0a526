import multiprocessing

# Each process has its own memory: what a child changes, its parent does not see.
counter = 0
items = []
settings = {"a": 1}


def change():
    global counter
    counter += 100
    items.append("child")
    settings["a"] = 2
    print("child:", counter, items, settings, flush=True)


if __name__ == "__main__":
    counter = 1
    items.append("parent")
    for _ in range(2):
        process = multiprocessing.Process(target=change)
        process.start()
        process.join()
    print("parent:", counter, items, settings)
