import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
told(setattr, thread, "daemon", True)
told(setattr, threading.main_thread(), "daemon", True)
gate.set()
thread.join()
told(setattr, thread, "daemon", True)
thread = threading.Thread(target=print)
thread.daemon = "yes"
print(thread.daemon)
