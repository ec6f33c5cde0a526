"""linecache and fileinput: lines by number, and lines of several files."""
import fileinput
import linecache

for name, text in (("one.txt", "a\nb\n"), ("two.txt", "c\nd")):
    with open(name, "w") as file:
        file.write(text)
print(repr(linecache.getline("one.txt", 2)), repr(linecache.getline("two.txt", 2)), repr(linecache.getline("one.txt", 9)))
print(linecache.getlines("two.txt"), repr(linecache.getline("none.txt", 1)), linecache.getline(__file__, 1).strip())
with open("one.txt", "w") as file:
    file.write("changed\n")
print(repr(linecache.getline("one.txt", 1)))
linecache.checkcache()
print(repr(linecache.getline("one.txt", 1)))
linecache.clearcache()
with fileinput.input(files=("one.txt", "two.txt")) as lines:
    for line in lines:
        print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), repr(line))
