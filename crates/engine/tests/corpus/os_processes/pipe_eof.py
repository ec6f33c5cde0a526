import os

# The reader sees the end once the last writer has closed.
reader, writer = os.pipe()
if os.fork() == 0:
    os.close(reader)
    os.write(writer, b"one ")
    os.write(writer, b"two")
    os._exit(0)
os.close(writer)
os.wait()
print(os.read(reader, 4))
print(os.read(reader, 100))
print(os.read(reader, 100))
os.close(reader)
for call in (lambda: os.read(reader, 1), lambda: os.close(reader), lambda: os.write(writer, b"x")):
    try:
        call()
    except OSError as error:
        print(error)
