"""The recursion limit can be raised and is then used."""
import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(sys.getrecursionlimit(), depth(500))
try:
    depth(5000)
except RecursionError as error:
    print(type(error).__name__, str(error).startswith("maximum recursion depth exceeded"))
sys.setrecursionlimit(8000)
print(depth(5000), sys.getrecursionlimit())
sys.setrecursionlimit(200)
try:
    print(depth(1000))
except RecursionError as error:
    print("again", type(error).__name__)
