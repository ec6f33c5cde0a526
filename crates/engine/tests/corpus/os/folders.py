"""Folders and files by path: making, listing, walking, renaming, removing."""
import os

os.makedirs("garden/bed/row", exist_ok=True)
os.makedirs("garden/bed/row", exist_ok=True)
for name in ("kale.txt", "leek.txt", "notes.md"):
    with open(os.path.join("garden", "bed", name), "w") as file:
        file.write(name * 3)
print(sorted(os.listdir("garden/bed")), sorted(os.listdir("garden")))
for root, folders, files in os.walk("garden"):
    print(root, sorted(folders), sorted(files))
for root, folders, files in os.walk("garden", topdown=False):
    print(root, len(folders), len(files))
with os.scandir("garden/bed") as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry, entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.stat().st_size)
os.rename("garden/bed/kale.txt", "garden/kale.txt")
os.replace("garden/kale.txt", "garden/bed/leek.txt")
print(sorted(os.listdir("garden/bed")), open("garden/bed/leek.txt").read())
print(sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk("garden") for name in names))
for action, args in (
    (os.makedirs, ("garden/bed",)),
    (os.mkdir, ("garden",)),
    (os.mkdir, ("none/deep",)),
    (os.rmdir, ("garden",)),
    (os.remove, ("garden/none",)),
    (os.listdir, ("none",)),
    (os.rename, ("none", "other")),
    (os.rmdir, ("garden/bed/leek.txt",)),
    (os.stat, ("garden/bed/leek.txt/x",)),
    (os.chdir, ("none",)),
    (os.remove, (3.5,)),
    (os.listdir, (2.5,)),
):
    try:
        print(action(*args))
    except (OSError, TypeError) as error:
        print(action.__name__, type(error).__name__, error)
for root, folders, files in os.walk("garden", topdown=False):
    for name in files:
        os.remove(os.path.join(root, name))
    os.rmdir(root)
print(os.path.exists("garden"), list(os.walk("garden")))
