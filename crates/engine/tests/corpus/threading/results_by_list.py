import threading
import time

results = [None] * 4


def square(i):
    time.sleep(0.05 * (4 - i))
    results[i] = i * i


threads = [threading.Thread(target=square, args=(i,)) for i in range(4)]
for thread in threads:
    thread.start()
print(results)
for thread in threads:
    thread.join()
print(results)
