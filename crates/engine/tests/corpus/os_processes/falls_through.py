import atexit
import os
import sys

# A child that runs to the end of the script ends as any script does.
atexit.register(lambda: print("exit of the", role, flush=True))
role = "parent"
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    role = "child"
else:
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
print("last line of the", role, flush=True)
if role == "child":
    sys.exit(6)
