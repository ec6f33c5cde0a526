import threading
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    t = threading.Thread(target=print)
    t.setName("old style")
    t.setDaemon(True)
    print(t.getName(), t.isDaemon())
    print(threading.currentThread().getName(), threading.activeCount())
    c = threading.Condition()
    with c:
        c.notifyAll()
    print(threading.Event().isSet())
for warning in caught:
    print(warning.category.__name__, warning.message)
