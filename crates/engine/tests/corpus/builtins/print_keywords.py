import sys, io
print("a", "b", sep="-"); print("a", "b", end="!\n"); print(1, 2, 3, sep=""); print(); print(end=""); print("x", end=""); print("y", "z", sep="\n", end="\n\n")
print("flushed", flush=True); print(*[1, 2, 3], sep=", "); print("none", sep=None, end=None); print("to out", file=sys.stdout); print("to none", file=None)
buffer = io.StringIO(); print("in", "buffer", sep="+", file=buffer); print(repr(buffer.getvalue()))
class Writer:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): self.parts.append("<flush>")
w = Writer(); print("one", 2, [3], file=w, flush=True); print(w.parts)
class Shown:
    def __str__(self): return "as str"
    def __repr__(self): return "as repr"
print(Shown(), [Shown()], {"k": Shown()}, (Shown(),), f"{Shown()} {Shown()!r} {Shown()!s:>8}")
print(True, None, ..., NotImplemented, 1.0, 1e20, 1j, b"x", "é", "tab\tx", r"raw\n", {1}, frozenset(), range(3), int, len.__name__)
sys.stdout.write("written\n"); print(sys.stdout.write("ab\n"))
for call in (lambda: print("a", sep=3), lambda: print("a", end=b""), lambda: print("a", bad=1), lambda: print("x", file=3)):
    try: call()
    except (TypeError, AttributeError) as error: print(type(error).__name__, error)
class Broken:
    def __str__(self): return 3
try: print(Broken())
except TypeError as error: print(error)
