import multiprocessing
import os
import random

# A copied process draws other numbers, even where the parent was seeded.
def draw(queue):
    queue.put(random.random())


if __name__ == "__main__":
    random.seed(1)
    queue = multiprocessing.SimpleQueue()
    drawn = []
    for _ in range(3):
        process = multiprocessing.Process(target=draw, args=(queue,))
        process.start()
        process.join()
        drawn.append(queue.get())
    print(len(set(drawn)), random.random())
    print(len({os.urandom(4) for _ in range(3)}))
