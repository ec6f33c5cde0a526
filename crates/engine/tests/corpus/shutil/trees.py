"""Copying, moving and removing files and trees."""
import os
import shutil
from pathlib import Path

os.makedirs("from/sub/empty")
for name in ("from/a.txt", "from/b.tmp", "from/sub/c.txt"):
    Path(name).write_text(name)
os.chmod("from/a.txt", 0o640)
print(shutil.copy("from/a.txt", "copy.txt"), Path("copy.txt").read_text(), oct(os.stat("copy.txt").st_mode))
os.mkdir("into")
print(shutil.copy("from/a.txt", "into"), shutil.copy2("from/b.tmp", "into/renamed"), shutil.copyfile("from/a.txt", "plain"))
print(os.path.getmtime("into/renamed") == os.path.getmtime("from/b.tmp"), sorted(os.listdir("into")))
print(shutil.copytree("from", "tree"), sorted(str(p) for p in Path("tree").rglob("*")))
shutil.copytree("from", "tree", dirs_exist_ok=True)
shutil.copytree("from", "some", ignore=shutil.ignore_patterns("*.tmp", "sub"))
print(sorted(os.listdir("some")), shutil.move("copy.txt", "moved.txt"), shutil.move("moved.txt", "into"), sorted(os.listdir("into")))
print(shutil.move("some", "into"), sorted(os.listdir("into/some")))
with open("from/a.txt") as source, open("again", "w") as target:
    shutil.copyfileobj(source, target)
print(Path("again").read_text())
for action in (
    lambda: shutil.copy("none", "x"),
    lambda: shutil.copy("plain", "plain"),
    lambda: shutil.copytree("from", "tree"),
    lambda: shutil.rmtree("none"),
    lambda: shutil.rmtree("plain"),
    lambda: shutil.move("none", "x"),
    lambda: shutil.copyfile("from", "x"),
):
    try:
        print(action())
    except OSError as error:
        print(type(error).__name__, error)
shutil.rmtree("none", ignore_errors=True)
for name in ("from", "into", "tree"):
    shutil.rmtree(name)
print([os.path.exists(name) for name in ("from", "into", "tree")])
usage = shutil.disk_usage("/")
print(usage.total >= usage.used + 0, len(usage), shutil.which("sh") in ("/bin/sh", "/usr/bin/sh"), shutil.which("no-such-program"))
print(shutil.get_terminal_size((100, 40)).columns > 0, len(shutil.get_terminal_size()))
for name in ("plain", "again"):
    os.remove(name)
