# Value and Lock reach a pool's workers through the initializer, not as arguments.
from multiprocessing import Lock, Pool, Value

counter = None
lock = None


def share(own_counter, own_lock):
    global counter, lock
    counter, lock = own_counter, own_lock


def add(n):
    with lock:
        counter.value += n


if __name__ == "__main__":
    total = Value("i", 0)
    with Pool(3, share, (total, Lock())) as pool:
        pool.map(add, range(20))
        try:
            pool.apply(add, (total,))
        except RuntimeError as error:
            print(error)
    print(total.value)
