"""Temporary files and folders: there while they are used, gone afterwards."""
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x.txt")
    with open(path, "w") as file:
        file.write("hello")
    print(os.path.isdir(folder), os.listdir(folder), open(path).read(), os.path.dirname(folder) == tempfile.gettempdir())
print(os.path.exists(folder), os.path.exists(path))
with tempfile.NamedTemporaryFile("w+", suffix=".log", prefix="run-") as file:
    name = file.name
    print(file.write("line\n"), os.path.exists(name), name.endswith(".log"), os.path.basename(name).startswith("run-"))
    file.seek(0)
    print(file.read(), file.closed)
print(os.path.exists(name), file.closed)
kept = tempfile.NamedTemporaryFile(delete=False)
kept.write(b"kept")
kept.close()
print(open(kept.name, "rb").read(), os.path.exists(kept.name))
os.unlink(kept.name)
fd, name = tempfile.mkstemp(text=True)
os.write(fd, b"by descriptor")
os.close(fd)
print(open(name).read(), len(os.path.basename(name)))
os.remove(name)
made = tempfile.mkdtemp(prefix="dir_")
print(os.path.isdir(made), os.path.basename(made)[:4])
os.rmdir(made)
with tempfile.TemporaryFile() as file:
    file.write(b"abc")
    file.seek(1)
    print(file.read())
with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as file:
    file.write("short")
    file.seek(0)
    print(file.read(), file.write(" and now long"), file.tell())
keeper = tempfile.TemporaryDirectory(prefix="k")
print(os.path.isdir(keeper.name), repr(keeper)[:21])
keeper.cleanup()
print(os.path.exists(keeper.name), tempfile.gettempprefix(), len({tempfile.mktemp() for _ in range(20)}))
