import os
import sys

# How a forked child ends by itself: its code is the script's.
def ended(body):
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        try:
            body()
        except SystemExit as leaving:
            code = leaving.code
            os._exit(0 if code is None else code if isinstance(code, int) else 1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


print(ended(lambda: None), ended(lambda: sys.exit(3)), ended(sys.exit), ended(lambda: os._exit(300)))
print(ended(lambda: sys.exit("text")), ended(lambda: os.abort()))
for bad in ("x", None):
    try:
        os._exit(bad)
    except TypeError as error:
        print(error)
try:
    os.waitstatus_to_exitcode(0x7F)
except ValueError as error:
    print(error)
