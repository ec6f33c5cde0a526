import os

# A child's memory is its own; its exit code comes through wait().
counter = [0]
pid = os.fork()
if pid == 0:
    counter[0] += 5
    os._exit(counter[0])
child, status = os.wait()
print(child == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), counter)
try:
    os.wait()
except ChildProcessError as error:
    print(type(error).__name__, error)
try:
    os.waitpid(pid, 0)
except ChildProcessError as error:
    print(error.errno)
