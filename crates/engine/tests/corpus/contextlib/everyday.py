import contextlib, io, os, sys, tempfile, threading, time
@contextlib.contextmanager
def cd(p):
    old = os.getcwd(); os.chdir(p)
    try: yield p
    finally: os.chdir(old)
with tempfile.TemporaryDirectory() as d, cd(d):
    open("x.txt", "w").write("hi")
    print(os.listdir("."))
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    print("captured"); help_text = 1
print(repr(buf.getvalue()))
class Timer:
    def __enter__(self): self.t = time.perf_counter(); return self
    def __exit__(self, *a): self.elapsed = time.perf_counter() - self.t
with Timer() as t: time.sleep(0.1)
print(round(t.elapsed, 1))
class Pool(contextlib.ExitStack):
    pass
with contextlib.ExitStack() as st:
    locks = [threading.Lock() for _ in range(3)]
    for l in locks: st.enter_context(l)
    print([l.locked() for l in locks])
print([l.locked() for l in locks])
@contextlib.contextmanager
def worker(n):
    ev = threading.Event()
    th = threading.Thread(target=ev.wait); th.start()
    try: yield th
    finally:
        ev.set(); th.join(); print("joined", n)
with worker(1) as a, worker(2) as b:
    print(a.is_alive(), b.is_alive())
with contextlib.suppress(FileNotFoundError):
    os.remove("nope")
def gen():
    with contextlib.closing(io.StringIO("a\nb")) as f:
        yield from f
print(list(gen()))
try:
    with contextlib.ExitStack() as st:
        st.callback(lambda: print("cb"))
        raise RuntimeError("x")
except RuntimeError as e: print(e)
cm = contextlib.nullcontext()
with cm: pass
with contextlib.chdir("/"): print(os.getcwd())
