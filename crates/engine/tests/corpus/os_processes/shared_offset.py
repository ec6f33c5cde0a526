import os

# A file that was open before the fork is one file for both.
fd = os.open("shared.txt", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
os.write(fd, b"parent ")
if os.fork() == 0:
    os.write(fd, b"child ")
    os._exit(0)
os.wait()
os.write(fd, b"again")
os.lseek(fd, 0, os.SEEK_SET)
print(os.read(fd, 100))
os.close(fd)
os.remove("shared.txt")
