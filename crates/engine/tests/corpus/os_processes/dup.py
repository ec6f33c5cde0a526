import os
import sys

# Copies of a descriptor share where it stands; dup2 leads one elsewhere.
with open("told.txt", "w+") as told:
    copy = os.dup(told.fileno())
    os.write(copy, b"first ")
    os.write(told.fileno(), b"second ")
    os.close(copy)
    saved = os.dup(1)
    sys.stdout.flush()
    os.dup2(told.fileno(), 1)
    print("into the file")
    os.write(1, b"straight\n") if sys.stdout.flush() is None else None
    os.dup2(saved, 1)
    os.close(saved)
print("back")
with open("told.txt") as told:
    print(told.read())
os.remove("told.txt")
try:
    os.dup(99)
except OSError as error:
    print(error)
