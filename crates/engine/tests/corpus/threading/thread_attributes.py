import threading
import time


def work():
    me = threading.current_thread()
    print(me.ident == threading.get_ident(), me.native_id == threading.get_native_id(), me is threads[0])


threads = [threading.Thread(target=work, name="worker", daemon=False)]
t = threads[0]
print(t.ident, t.native_id, t.is_alive(), t.daemon, t.name, repr(t))
t.start()
t.join()
print(type(t.ident), t.is_alive(), repr(t).replace(str(t.ident), "IDENT"))
main = threading.main_thread()
print(main.name, main is threading.current_thread(), main.daemon, main.is_alive())
print(main.native_id == __import__("os").getpid(), threading.active_count(), threading.TIMEOUT_MAX)
t = threading.Thread(target=time.sleep, args=(0.05,), daemon=True)
t.start()
print(repr(t).replace(str(t.ident), "IDENT"), threading.active_count())
t.name = "renamed"
print([x.name for x in threading.enumerate()])
t.join()
print(t in threading.enumerate())
print(threading.Thread(name="x").name, threading.Thread(target=print).name.split(" ")[1])
print(issubclass(threading.ThreadError, RuntimeError), threading.ThreadError is RuntimeError)
print(hasattr(t, "_target"), t._started.is_set(), t._is_stopped)
