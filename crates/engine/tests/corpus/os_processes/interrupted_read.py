import os
import signal
import time

# A handler runs while a read waits; then the read goes on.
signal.signal(signal.SIGALRM, lambda number, frame: print("alarm", flush=True))
reader, writer = os.pipe()
pid = os.fork()
if pid == 0:
    time.sleep(0.25)
    os.write(writer, b"at last")
    os._exit(0)
signal.setitimer(signal.ITIMER_REAL, 0.1)
print(os.read(reader, 10))
os.waitpid(pid, 0)
