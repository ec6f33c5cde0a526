import time
import timeit


def nap():
    time.sleep(0.05)


print(round(timeit.timeit(nap, number=4), 1))
print([round(t, 1) for t in timeit.repeat("time.sleep(0.1)", "import time", number=2, repeat=2)])
