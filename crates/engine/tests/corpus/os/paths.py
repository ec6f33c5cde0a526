"""os.path as text: joining, splitting, normal forms."""
import os
from os.path import basename, dirname, join, splitext

print(join("a", "b", "c.txt"), join("/a", "/b"), join("a/", ""), join("", "x"), join("a", "..", "b"))
for path in ("/usr/lib/python.tar.gz", "file", "a/b/", "/", "", ".bashrc", "a.b/c", "//x/y", "x..y", "..."):
    print(repr(path), os.path.split(path), splitext(path), repr(basename(path)), repr(dirname(path)), os.path.isabs(path))
for path in ("a//b/./c/../d", "../x", "/../x", "a/..", "", "./", "/a/b/../../.."):
    print(repr(path), repr(os.path.normpath(path)))
print(os.path.commonpath(["/usr/lib", "/usr/local/lib"]), os.path.commonprefix(["interview", "interval", "internal"]))
print(os.path.relpath("/a/b/c", "/a/d"), os.path.relpath("/a", "/a"), os.path.splitdrive("/a/b"))
print(os.path.abspath("x") == os.path.join(os.getcwd(), "x"), os.path.isabs(os.path.abspath(".")))
print(os.path.basename(__file__) != "", os.path.isfile(__file__), os.path.isdir(os.path.dirname(__file__)))
print(os.path.expanduser("~nobody_at_all/x"), os.path.expandvars("$NOT_SET_AT_ALL and ${NOPE}"))
os.environ["FRUIT"] = "fig"
print(os.path.expandvars("$FRUIT/${FRUIT}s/$"), os.path.normcase("A/b"), os.path.join(b"a", b"b"))
print(os.path.exists("/"), os.path.exists("/no/such"), os.path.isdir("/tmp"), os.path.isfile("/tmp"), os.path.islink("/tmp/none"))
for make in (lambda: join("a", 3), lambda: join(3), lambda: basename(None), lambda: join("a", b"b"), lambda: os.path.getsize("none"), lambda: os.path.commonpath([])):
    try:
        print(make())
    except (TypeError, OSError, ValueError) as error:
        print(type(error).__name__, error)
