"""Paths of the disk: making, reading, writing, listing, removing."""
from pathlib import Path

base = Path("plot")
base.mkdir()
(base / "north" / "deep").mkdir(parents=True)
(base / "north").mkdir(exist_ok=True)
file = base / "seeds.txt"
print(file.write_text("carrot\nbeet\n"), file.read_text().split(), file.exists(), file.is_file(), file.is_dir(), file.stat().st_size)
print((base / "raw").write_bytes(b"\x00\x01"), (base / "raw").read_bytes())
with file.open("a") as out:
    out.write("leek\n")
with file.open() as lines:
    print([line.strip() for line in lines])
(base / "north" / "deep" / "x.txt").touch()
(base / "north" / "y.txt").touch()
print(sorted(p.name for p in base.iterdir()), sorted(str(p) for p in base.rglob("*.txt")), sorted(map(str, base.glob("*/*"))))
print(sorted(str(p) for p in base.glob("**/")), [str(p) for p in base.glob("seeds.*")], list(base.glob("none*")))
print(sum(1 for p in base.rglob("*") if p.is_file()), sorted(base.glob("**/*.txt"))[0])
new = file.rename(base / "beans.txt")
print(new, file.exists(), new.replace(base / "peas.txt"), Path("plot/peas.txt").read_text()[:6])
link = base / "link"
link.symlink_to("peas.txt")
print(link.is_symlink(), link.readlink(), link.read_text()[:3], link.resolve() == (base / "peas.txt").resolve(), link.samefile(base / "peas.txt"))
print(Path.cwd() == Path(".").resolve(), Path("plot").absolute() == Path.cwd() / "plot", Path("plot/../plot").resolve().name, Path.cwd().is_absolute())
print(Path("none").exists(), Path("none").is_file(), Path(__file__).name != "", Path(__file__).exists(), Path(__file__).suffix)
for action in (
    lambda: Path("none").read_text(),
    lambda: Path("none").unlink(),
    lambda: Path("none").stat(),
    lambda: list(Path("none").iterdir()),
    lambda: base.mkdir(),
    lambda: Path("a/b/c").mkdir(),
    lambda: base.rmdir(),
    lambda: base.unlink(),
    lambda: base.read_text(),
    lambda: (base / "raw").write_text(5),
    lambda: (base / "raw").write_bytes("text"),
    lambda: list(base.glob("")),
    lambda: list(base.glob("/abs")),
):
    try:
        print(action())
    except (OSError, TypeError, ValueError, NotImplementedError) as error:
        print(type(error).__name__, error)
Path("none").unlink(missing_ok=True)
for path in sorted(base.rglob("*"), reverse=True):
    path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
base.rmdir()
print(base.exists())
