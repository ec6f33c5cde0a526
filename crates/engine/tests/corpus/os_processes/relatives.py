import os

# Who is whose child, and whose it becomes when the parent ends first.
reader, writer = os.pipe()
main = os.getpid()
pid = os.fork()
if pid == 0:
    own = os.getpid()
    grandchild = os.fork()
    if grandchild == 0:
        os.write(writer, f"{os.getppid() == own} {os.getpid() != own} ".encode())
        os._exit(0)
    os.waitpid(grandchild, 0)
    os.write(writer, f"{os.getppid() == main} {own != main}".encode())
    os._exit(0)
os.waitpid(pid, 0)
print(os.read(reader, 100).decode())
print(os.getpid() == main)
