import os
import signal
import time

# A child signals its parent, which sleeps; the sleep goes on afterwards.
heard = []
signal.signal(signal.SIGUSR1, lambda number, frame: heard.append(number))
before = time.monotonic()
pid = os.fork()
if pid == 0:
    time.sleep(0.05)
    os.kill(os.getppid(), signal.SIGUSR1)
    os._exit(0)
time.sleep(0.2)
print(heard, round(time.monotonic() - before, 1))
print(os.waitpid(pid, 0)[1])
