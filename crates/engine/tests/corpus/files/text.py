"""Text files: writing, reading whole, by line, by piece, seeking."""
with open("poem.txt", "w") as file:
    print(file.write("first line\nsecond line\n"), file.name, file.mode, file.closed, file.writable(), file.readable())
    file.writelines(["third\n", "fourth"])
    print("by print", 5, sep="|", file=file)
print(file.closed)
with open("poem.txt") as file:
    print(file.read())
with open("poem.txt") as file:
    for number, line in enumerate(file, 1):
        print(number, repr(line))
with open("poem.txt") as file:
    print(repr(file.readline()), repr(file.read(4)), file.tell(), file.readlines())
    print(repr(file.read()), repr(file.readline()), file.seek(0), repr(file.readline(3)), repr(next(file)))
    print(file.seek(0, 2), file.tell(), file.seekable(), file.isatty(), file.fileno() > 2)
with open("poem.txt", "a") as file:
    file.write("appended\n")
with open("poem.txt") as file:
    print([line.rstrip() for line in file][-2:])
with open("poem.txt", "r+") as file:
    file.write("FIRST")
    file.seek(0)
    print(file.readline().strip())
    file.seek(5)
    print(file.truncate(), len(open("poem.txt").read()))
with open("poem.txt", "w+") as file:
    file.write("a\nb\nc\n")
    file.seek(2)
    print(file.read(1), file.readlines(), file.tell())
with open("poem.txt", "a+") as file:
    file.write("d\n")
    file.seek(0)
    print(file.read().split())
lines = open("poem.txt").readlines()
print(lines, len(lines), sum(1 for _ in open("poem.txt")), open("poem.txt").read().splitlines())
print(repr(open("poem.txt")), list(open("poem.txt"))[0], max(open("poem.txt")))
