import os

# File objects over the ends of a pipe.
reader, writer = os.pipe()
if os.fork() == 0:
    os.close(reader)
    with os.fdopen(writer, "w") as out:
        for number in range(3):
            print("line", number, file=out)
        out.write("no end")
    os._exit(0)
os.close(writer)
with os.fdopen(reader) as lines:
    print(repr(lines.readline()))
    for line in lines:
        print(repr(line))
os.wait()

reader, writer = os.pipe()
with os.fdopen(writer, "wb") as out:
    out.write(bytes(range(10)))
with os.fdopen(reader, "rb") as data:
    print(data.read(4), data.read(), data.read())
