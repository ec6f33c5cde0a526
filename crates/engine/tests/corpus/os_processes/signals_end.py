import os
import signal
import time

# What ends a process: its parent can tell by which signal.
for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGUSR1, signal.SIGHUP):
    pid = os.fork()
    if pid == 0:
        time.sleep(30)
        os._exit(0)
    print(os.waitpid(pid, os.WNOHANG))
    os.kill(pid, 0)
    os.kill(pid, number)
    status = os.waitpid(pid, 0)[1]
    print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))
try:
    os.kill(pid, signal.SIGTERM)
except ProcessLookupError as error:
    print(error)
