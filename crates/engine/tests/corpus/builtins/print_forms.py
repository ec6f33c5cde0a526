print()
print(1, 2, 3, sep=", ")
print("a", "b", sep="", end="|")
print("c", end="")
print()
print("x", None, True, 1.5, [1], sep=" - ", end=".\n")
print(*range(5), sep="\n")
print("flushed", flush=True)
import sys

print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
try:
    print("x", sep=1)
except TypeError as error:
    print(error)
