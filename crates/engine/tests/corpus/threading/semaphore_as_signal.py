"""Even and odd in turn, by two semaphores."""
import threading

even, odd = threading.Semaphore(1), threading.Semaphore(0)
out = []


def run(own, other, first):
    for n in range(first, 10, 2):
        own.acquire()
        out.append(n)
        other.release()


a = threading.Thread(target=run, args=(even, odd, 0))
b = threading.Thread(target=run, args=(odd, even, 1))
b.start()
a.start()
a.join()
b.join()
print(out)
