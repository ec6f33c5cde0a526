import threading

lock = threading.Lock()
total = 0


def work():
    global total
    for _ in range(10):
        with lock:
            total += 1


threads = [threading.Thread(target=work) for _ in range(10_000)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
