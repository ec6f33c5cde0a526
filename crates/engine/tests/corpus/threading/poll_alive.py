import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.25,))
thread.start()
polls = 0
while thread.is_alive():
    time.sleep(0.1)
    polls += 1
print("polls", polls)
