"""Files by descriptor, pipes, and the process's numbers."""
import os

fd = os.open("raw.bin", os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
print(fd > 2, os.write(fd, b"abcdefgh"), os.lseek(fd, 2, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size)
os.ftruncate(fd, 4)
print(os.lseek(fd, 0, os.SEEK_END), os.lseek(fd, 0, 0), os.read(fd, 100), os.read(fd, 1))
os.close(fd)
for action in (lambda: os.read(fd, 1), lambda: os.close(fd), lambda: os.open("none", os.O_RDONLY), lambda: os.open("raw.bin", os.O_CREAT | os.O_EXCL)):
    try:
        print(action())
    except OSError as error:
        print(type(error).__name__, error)
fd = os.open("raw.bin", os.O_WRONLY | os.O_APPEND)
with os.fdopen(fd, "w") as file:
    file.write("!")
print(open("raw.bin", "rb").read())
reader, writer = os.pipe()
os.write(writer, b"through the pipe")
print(os.read(reader, 7), os.read(reader, 100))
os.close(reader)
os.close(writer)
print(type(os.getpid()), os.getpid() != os.getppid(), os.cpu_count() >= 1, len(os.urandom(16)), type(os.urandom(1)))
print(os.strerror(2), os.strerror(13), os.fspath("a"), os.fsencode("é"), os.fsdecode(b"x"), os.name, os.sep, os.linesep == "\n")
print(os.uname().sysname, len(os.times()), os.getcwd() == os.path.abspath("."), os.curdir, os.pardir, os.devnull)
with open(os.devnull, "w") as null:
    print(null.write("gone"))
print(repr(open(os.devnull).read()))
os.remove("raw.bin")
os.write(1, b"")
