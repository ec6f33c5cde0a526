"""StringIO and BytesIO: files in memory."""
import io

s = io.StringIO()
print(s.write("one\n"), s.write("two"), s.tell(), repr(s.getvalue()), repr(s.read()))
print(s.seek(0), repr(s.readline()), repr(s.readline()), repr(s.readline()), s.seek(1), s.read(2))
s.seek(4)
s.write("TWELVE")
print(repr(s.getvalue()), s.truncate(5), repr(s.getvalue()), s.seek(8), s.write("!"), repr(s.getvalue()))
print("to", "memory", sep="-", end="", file=s)
print(repr(s.getvalue()), s.closed, s.readable(), s.writable(), s.seekable(), s.isatty())
print(list(io.StringIO("a\nb\nc")), io.StringIO("a\nb").readlines(), io.StringIO("x").read(), [line for line in io.StringIO("p\r\nq\r")])
print(repr(io.StringIO("a\r\nb\r", newline=None).read()), io.StringIO("a\r\nb\rc", newline="").readlines())
with io.StringIO("context") as c:
    print(c.read(3), next(c))
b = io.BytesIO(b"abc\ndef\n")
print(b.read(2), b.readline(), b.tell(), b.readlines(), b.getvalue(), b.read())
print(b.seek(0, 2), b.write(b"ghi"), b.getvalue(), b.seek(-2, 2), b.read(), b.seek(1), b.write(b"ZZ"), b.getvalue())
print(b.truncate(4), b.getvalue(), list(io.BytesIO(b"1\n2")), io.BytesIO(bytearray(b"q")).read())
w = io.TextIOWrapper(io.BytesIO(b"first\r\nsecond\n"), encoding="utf-8")
print(w.readline(), w.read(), w.encoding)
for action in (
    lambda: s.write(5),
    lambda: s.write(b"x"),
    lambda: b.write("x"),
    lambda: s.seek(-1),
    lambda: s.seek(1, 1),
    lambda: b.seek(-1),
    lambda: io.StringIO(5),
    lambda: io.StringIO().fileno(),
    lambda: c.read(),
    lambda: c.getvalue(),
):
    try:
        print(action())
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
print(isinstance(s, io.IOBase), isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), issubclass(io.UnsupportedOperation, OSError))
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE, io.StringIO, io.BytesIO)
