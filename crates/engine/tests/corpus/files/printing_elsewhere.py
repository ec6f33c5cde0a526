"""print() and sys.stdout turned elsewhere: each piece is a write of its own."""
import io
import sys


class Recorder:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)

    def flush(self):
        self.pieces.append("<flush>")


recorder = Recorder()
print("a", 1, None, sep=", ", file=recorder)
print("b", end="", file=recorder, flush=True)
print(file=recorder)
print(recorder.pieces)
kept = sys.stdout
sys.stdout = buffer = io.StringIO()
print("hidden", "words")
sys.stdout.write("written\n")
sys.stdout = kept
print(repr(buffer.getvalue()))
sys.stdout = None
print("nowhere")
sys.stdout = sys.__stdout__
print("back", sys.stdout is kept, sys.stdout.name, sys.stdout.encoding, sys.stdout.mode, sys.stdout.closed)


class Tee:
    def __init__(self, *files):
        self.files = files

    def write(self, text):
        for file in self.files:
            file.write(text)

    def flush(self):
        for file in self.files:
            file.flush()


log = io.StringIO()
sys.stdout = Tee(kept, log)
print("twice")
sys.stdout = kept
print(repr(log.getvalue()), sys.stdout.write("four"), sys.stdout.flush(), sys.stdout.writable(), sys.stdout.fileno())
sys.stdout.writelines(["x\n", "y\n"])
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.flush()
print("to stderr", file=sys.stderr)
sys.stderr.write("and more\n")
for wrong in (lambda: print("x", file=5), lambda: sys.stdout.write(5), lambda: print("x", sep=3)):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
