"""What an old name of threading prints on stderr: the warning with its line."""
import threading

threading.currentThread().setName("first")
print(threading.current_thread().getName())
for _ in range(3):
    threading.Event().isSet()
