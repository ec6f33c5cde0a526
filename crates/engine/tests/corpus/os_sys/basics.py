import os
import sys
import threading

print(os.getpid() == os.getpid(), os.getpid() > 0, type(os.cpu_count()).__name__)
print(sys.version_info[:2], sys.version_info >= (3, 8), sys.maxsize == 2**63 - 1)
print(sys.getswitchinterval(), sys.getrecursionlimit(), sys.byteorder)
pids = set()
thread = threading.Thread(target=lambda: pids.add(os.getpid()))
thread.start()
thread.join()
print(pids == {os.getpid()}, os.path.basename("a/b.txt"), os.path.join("a", "b"))
sys.stdout.write("no newline")
sys.stdout.write("\n")
sys.stdout.flush()
print("error", file=sys.stderr)
