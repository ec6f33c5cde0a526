"""Paths as text: parts, names, joining, matching, order."""
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

p = PurePosixPath("/srv/data/archive.tar.gz")
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.root, repr(p.drive), p.anchor)
print(list(p.parents), p.parents[0], len(p.parents), p.is_absolute(), p.as_posix(), p.as_uri(), bytes(p))
print(p.with_name("x.txt"), p.with_suffix(".zip"), p.with_suffix(""), p.with_stem("backup"))
print(PurePath("a") / "b" / "c", "x" / PurePath("y"), PurePath("a", "b", "/c", "d"), PurePath("a").joinpath("b", "c"))
print(PurePath("a//b/./c/"), PurePath(""), PurePath("."), PurePath("a/../b"), PurePath("/"), PurePath("//net/x"))
print(p.relative_to("/srv"), p.is_relative_to("/srv/data"), p.is_relative_to("/other"))
print(p.match("*.gz"), p.match("data/*"), p.match("/srv/*/*.gz"), PurePath("a/b.py").match("*.txt"))
print(PurePath("a") == PurePath("a/"), PurePath("A") == PurePath("a"), PurePath("a") < PurePath("b"), sorted([Path("b"), Path("a/c"), Path("a")]))
print({PurePath("k"): 1}[PurePosixPath("k")], str(p), f"{p}", f"{p!s:>30}", isinstance(Path("x"), PurePath), type(Path("x")).__name__)
for name in ("file", ".hidden", "a.b.c", "trailing.", "..", "noext/", ".a.b"):
    q = PurePath(name)
    print(repr(name), repr(q.name), repr(q.stem), repr(q.suffix), q.suffixes)
w = PureWindowsPath("C:\\Users\\me\\file.TXT")
print(w, repr(w), w.drive, w.root, w.parts, w.name, w.as_posix(), w == PureWindowsPath("c:/users/ME/FILE.txt"))
for make in (
    lambda: PurePath(5),
    lambda: p.relative_to("/other"),
    lambda: PurePath("").with_name("x"),
    lambda: p.with_suffix("zip"),
    lambda: p.with_name("a/b"),
    lambda: p / 5,
    lambda: p < 5,
    lambda: PurePath("a").as_uri(),
    lambda: p.nothing,
):
    try:
        print(make())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
