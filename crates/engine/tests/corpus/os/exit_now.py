"""os._exit ends the process without its last steps."""
import atexit
import os

atexit.register(print, "never")
print("before", flush=True)
try:
    os._exit(7)
finally:
    print("not reached")
