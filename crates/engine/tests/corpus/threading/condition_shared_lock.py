"""Two conditions over one lock, as a queue has them; a Condition with an RLock held twice gives it up whole."""
import threading
import time

lock = threading.Lock()
full, empty = threading.Condition(lock), threading.Condition(lock)
box = []


def producer():
    for n in range(4):
        with empty:
            while box:
                empty.wait()
            box.append(n)
            full.notify()


def consumer():
    for _ in range(4):
        with full:
            while not box:
                full.wait()
            print("got", box.pop())
            empty.notify()


threads = [threading.Thread(target=f) for f in (consumer, producer)]
for t in threads:
    t.start()
for t in threads:
    t.join()

twice = threading.Condition()


def other():
    with twice:
        print("other is in")
        twice.notify()


with twice:
    with twice:
        threading.Thread(target=other).start()
        print(twice.wait(1))
    print(twice._is_owned())
print(twice._is_owned())
