"""The camel-case methods of threads that older scripts still call, and their warnings."""
import threading
import warnings


def show():
    thread = threading.current_thread()
    print(thread.name, thread.daemon)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    thread = threading.Thread(target=show)
    thread.setName("old")
    thread.setDaemon(True)
    print(thread.getName(), thread.isDaemon())
    print(threading.currentThread().name, threading.activeCount())
for warning in caught:
    print(warning.category.__name__, warning.message)
thread.start()
thread.join()
condition = threading.Condition()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with condition:
        condition.notifyAll()
    event = threading.Event()
    print(event.isSet())
for warning in caught:
    print(warning.category.__name__, warning.message)
