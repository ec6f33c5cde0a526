"""Three threads print in turn, told by one Condition whose turn it is."""
import threading

condition = threading.Condition()
turn = 0


def printer(index, letter):
    global turn
    for _ in range(3):
        with condition:
            while turn % 3 != index:
                condition.wait()
            print(letter, end=" ", flush=True)
            turn += 1
            condition.notify_all()


threads = [threading.Thread(target=printer, args=(i, c)) for i, c in enumerate("ABC")]
for thread in reversed(threads):
    thread.start()
for thread in threads:
    thread.join()
print()
print(condition.wait_for.__name__, turn)
