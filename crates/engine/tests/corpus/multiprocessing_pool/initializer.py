# The initializer runs once in each worker and sets what its tasks see; the parent's own stays as it was.
from multiprocessing import Pool

state = "parent"


def prepare(word):
    global state
    state = word


def tell(n):
    return f"{state}{n}"


if __name__ == "__main__":
    with Pool(2, initializer=prepare, initargs=("worker",)) as pool:
        print(pool.map(tell, range(4)))
    print(tell(9))
