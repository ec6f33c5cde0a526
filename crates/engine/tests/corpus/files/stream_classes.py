"""The standard streams as what io calls them."""
import sys
print("first")
import io
print(isinstance(sys.stdout, io.TextIOWrapper), isinstance(sys.stdout, io.IOBase), isinstance(sys.stdin, io.TextIOBase), isinstance(sys.stdin.buffer, io.BufferedReader), type(sys.stdout).__name__, type(sys.stdout).__module__)
sys.stdout.write("x\n"); sys.stdout.flush(); print(sys.stdout, sys.stdout.closed, sys.stdin.readable(), sys.stderr.errors)
with open("q", "w") as f: print(isinstance(f, io.TextIOWrapper), isinstance(f.buffer, io.BufferedWriter), isinstance(f.buffer.raw, io.FileIO), isinstance(f, io.IOBase))
try: sys.stdout.foo
except AttributeError as e: print(e)
print(repr(sys.stdin.readline()))
try: sys.stdout.read()
except io.UnsupportedOperation as e: print(e)
try: sys.stdin.write("x")
except io.UnsupportedOperation as e: print(e)
