"""What open() refuses, and what a file refuses."""
import io

with open("there.txt", "w") as file:
    file.write("x")
for args in (
    ("none.txt",),
    ("there.txt", "x"),
    ("there.txt", "q"),
    ("there.txt", "rw"),
    ("there.txt", "rbt"),
    ("there.txt", ""),
    ("there.txt", "r", 0),
    ("/tmp",),
    ("none/x.txt", "w"),
    ("there.txt/x",),
    (3.5,),
    (None,),
    ("there.txt", 5),
    (99,),
    (-1,),
):
    try:
        print(open(*args))
    except (OSError, ValueError, TypeError) as error:
        print(args, type(error).__name__, error)
for keywords in ({"encoding": "utf-8"}, {"newline": ""}, {"errors": "strict"}):
    try:
        open("there.txt", "rb", **keywords)
    except ValueError as error:
        print(error)
try:
    open("there.txt", encoding="no-such")
except LookupError as error:
    print(error)
try:
    open("there.txt", newline="x")
except ValueError as error:
    print(error)
for mode, action in (
    ("r", lambda f: f.write("x")),
    ("w", lambda f: f.read()),
    ("w", lambda f: f.readline()),
    ("w", lambda f: list(f)),
    ("r", lambda f: f.truncate()),
    ("rb", lambda f: f.write(b"x")),
    ("wb", lambda f: f.read()),
    ("wb", lambda f: f.write("text")),
    ("w", lambda f: f.write(b"bytes")),
    ("w", lambda f: f.write(5)),
    ("w", lambda f: f.seek(1, 1)),
    ("w", lambda f: f.seek(-1)),
):
    with open("scratch", mode if mode[0] == "w" else mode) if mode[0] == "w" else open("there.txt", mode) as file:
        try:
            print(action(file))
        except (io.UnsupportedOperation, TypeError, ValueError) as error:
            print(mode, type(error).__name__, error)
file = open("there.txt")
file.close()
file.close()
for action in (file.read, file.readline, lambda: list(file), lambda: file.write("x"), file.tell, file.flush, file.fileno, lambda: file.__enter__()):
    try:
        print(action())
    except ValueError as error:
        print(error)
with open("there.txt", "x" if False else "r") as file:
    next(file)
    try:
        file.tell()
    except OSError as error:
        print(error)
try:
    open("none.txt")
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename, error.args, isinstance(error, IOError))
