"""stat, links, rights and times of files."""
import os
import stat

with open("one.txt", "w") as file:
    file.write("12345")
info = os.stat("one.txt")
print(info.st_size, stat.S_ISREG(info.st_mode), stat.S_ISDIR(info.st_mode), stat.filemode(info.st_mode)[0], info.st_nlink, len(info))
os.chmod("one.txt", 0o640)
print(oct(stat.S_IMODE(os.stat("one.txt").st_mode)), stat.filemode(os.stat("one.txt").st_mode))
os.symlink("one.txt", "link")
os.link("one.txt", "same")
print(os.path.islink("link"), os.readlink("link"), os.lstat("link").st_size, os.stat("link").st_size)
print(os.stat("one.txt").st_nlink, os.path.samefile("one.txt", "same"), os.path.samefile("one.txt", "link"))
print(stat.S_ISLNK(os.lstat("link").st_mode), os.path.realpath("link") == os.path.realpath("one.txt"))
os.utime("one.txt", (100, 200.5))
print(os.path.getatime("one.txt"), os.path.getmtime("one.txt"), os.stat("same").st_mtime_ns)
os.remove("one.txt")
print(os.path.exists("link"), os.path.lexists("link"), open("same").read())
os.symlink("loop", "loop")
for action in (lambda: open("loop"), lambda: os.readlink("same"), lambda: os.symlink("x", "link"), lambda: os.link("none", "new")):
    try:
        print(action())
    except OSError as error:
        print(type(error).__name__, error)
for name in ("link", "same", "loop"):
    os.unlink(name)
print(os.access(".", os.R_OK | os.W_OK), os.access("same", os.F_OK))
