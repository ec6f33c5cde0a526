import concurrent.futures as cf
import threading
import time

future = cf.Future()
future.add_done_callback(lambda f: print("called back in", threading.current_thread().name, f.result()))
print(future, future.running(), future.done(), future._state)


def fulfil():
    time.sleep(0.05)
    future.set_running_or_notify_cancel()
    print(future.running(), future._state)
    time.sleep(0.05)
    future.set_result("ready")


threading.Thread(target=fulfil, name="fulfiller").start()
time.sleep(0.2)
print(future.result(1), future.exception(), future.done(), future.cancel(), future.cancelled())
print(future)
failed = cf.Future()
failed.set_exception(OSError(5, "broken"))
print(failed, repr(failed.exception()))
try:
    failed.result()
except OSError as error:
    print(error)
given_up = cf.Future()
given_up.add_done_callback(lambda f: print("cancelled:", f.cancelled()))
print(given_up.cancel(), given_up.cancel(), given_up, given_up.done())
