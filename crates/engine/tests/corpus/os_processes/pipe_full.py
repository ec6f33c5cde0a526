import os

# A pipe has room for 65536 bytes: a longer write waits for the reader.
reader, writer = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(reader)
    sent = os.write(writer, b"x" * 300_000)
    os._exit(0 if sent == 300_000 else 1)
os.close(writer)
total = 0
while True:
    piece = os.read(reader, 100_000)
    if not piece:
        break
    total += len(piece)
print(total, os.waitpid(pid, 0)[1])

reader, writer = os.pipe()
os.set_blocking(writer, False)
print(os.get_blocking(writer), os.get_blocking(reader))
written = 0
try:
    while True:
        written += os.write(writer, b"y" * 1024)
except BlockingIOError as error:
    print(written, error)
os.set_blocking(reader, False)
print(len(os.read(reader, 100_000)))
try:
    os.read(reader, 1)
except BlockingIOError as error:
    print(error.errno, error)
os.close(reader)
os.set_blocking(writer, True)
try:
    os.write(writer, b"z")
except BrokenPipeError as error:
    print(error)
