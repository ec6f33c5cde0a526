"""Standard input without any text."""
import sys

for ask in (input, lambda: input("Your name? "), sys.stdin.readline, sys.stdin.read, lambda: list(sys.stdin), sys.stdin.readlines):
    try:
        print(repr(ask()))
    except EOFError as error:
        print("EOFError", error)
for line in sys.stdin:
    print("never", line)
print(sys.stdin.fileno(), sys.stdin.readable(), sys.stdin.name)
input()
