# A plain Queue cannot be handed to a pool's tasks, a manager's can (A2.9).
from multiprocessing import Manager, Pool, Queue


def put(queue, n):
    queue.put(n)
    return n


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            pool.apply(put, (Queue(), 1))
        except RuntimeError as error:
            print(error)
    with Manager() as manager:
        queue = manager.Queue()
        with Pool(2) as pool:
            print(pool.starmap(put, [(queue, n) for n in range(3)]))
        print(sorted(queue.get() for _ in range(3)))
