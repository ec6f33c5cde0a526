"""Condition with notify and notify_all: two threads take turns."""
import threading

condition = threading.Condition()
turn = "ping"


def play(own, other, times):
    global turn
    for number in range(times):
        with condition:
            while turn != own:
                condition.wait()
            print(own, number)
            turn = other
            condition.notify()


threads = [
    threading.Thread(target=play, args=("ping", "pong", 3)),
    threading.Thread(target=play, args=("pong", "ping", 3)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

ready = []
done = threading.Barrier(4)


def waiter(number):
    with condition:
        ready.append(number)
        condition.wait_for(lambda: turn == "go")
    done.wait()


threads = [threading.Thread(target=waiter, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
while len(ready) < 3:
    pass
with condition:
    turn = "go"
    condition.notify_all()
done.wait()
print(sorted(ready), all(t.join() is None for t in threads))
