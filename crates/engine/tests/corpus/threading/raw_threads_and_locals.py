"""Threads without an object, thread-local classes, stack sizes."""
import threading, _thread, time
class My(threading.local):
    x = 1
    def __init__(self, v): print("init", v, threading.current_thread().name); self.v = v; self.n = []
    @property
    def dbl(self): return self.v * 2
m = My(3); m.x = 5; m.n.append(1); print(m.x, m.v, m.n, m.dbl, m.__dict__)
def f(): print(m.x, m.v, m.n, m.dbl); m.v = 9; print(m.v, sorted(m.__dict__))
t = threading.Thread(target=f, name="T"); t.start(); t.join(); print(m.v)
l = threading.local()
try: l.nope
except AttributeError as e: print(e)
try: m.nope
except AttributeError as e: print(e)
l.a = 1; del l.a
try: l.a
except AttributeError as e: print(e)
print(hasattr(l, 'a'), getattr(l, 'a', 0), type(l), threading.local)
try: threading.local(1)
except TypeError as e: print(e)
def old(name, delay):
    for c in range(2): time.sleep(delay); print("%s: %d" % (name, c))
def main():
    i = _thread.start_new_thread(old, ("T-1", 0.02)); _thread.start_new_thread(old, ("T-2", 0.05)); time.sleep(0.3)
    print(isinstance(i, int))
    lk = _thread.allocate_lock(); print(lk.acquire(0), lk.locked(), type(lk), isinstance(lk, _thread.LockType))
    def who(): print(threading.current_thread().name, threading.current_thread().daemon, threading.current_thread() in threading.enumerate()); lk.release()
    _thread.start_new_thread(who, ()); lk.acquire(); time.sleep(0.05)
    def bye(): _thread.exit(); print("never")
    _thread.start_new_thread(bye, ()); time.sleep(0.05)
    for bad in (lambda: _thread.start_new_thread(1, ()), lambda: _thread.start_new_thread(old, [])):
        try: bad()
        except TypeError as e: print(e)
    print(threading.stack_size(), threading.stack_size(65536), threading.stack_size(0))
    try: threading.stack_size(100)
    except ValueError as e: print(e)
main()
