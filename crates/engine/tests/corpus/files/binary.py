"""Binary files: bytes in and out, positions, readinto."""
with open("data.bin", "wb") as file:
    print(file.write(bytes(range(10))), file.write(bytearray(b"xyz")), file.mode, file, file.tell())
with open("data.bin", "rb") as file:
    print(file.read(3), file.tell(), file.read(), file.read(), file)
    print(file.seek(-3, 2), file.read(), file.seek(2), file.read(2), file.seek(1, 1), file.read(1))
    buffer = bytearray(4)
    file.seek(0)
    print(file.readinto(buffer), buffer, file.peek(2)[:2])
with open("data.bin", "r+b") as file:
    file.seek(2)
    file.write(b"##")
    file.seek(0)
    print(file.read())
    print(file.truncate(5), file.seek(0), file.read())
with open("data.bin", "ab") as file:
    file.write(b"end")
    print(file.tell())
with open("data.bin", "wb") as file:
    file.write(b"one\ntwo\r\nthree")
with open("data.bin", "rb") as file:
    print(file.readline(), list(file), file.readlines())
with open("data.bin", "rb", buffering=0) as raw:
    print(raw, raw.read(3), raw.readall(), raw.closed)
for chunk in iter(lambda f=open("data.bin", "rb"): f.read(4), b""):
    print(chunk)
with open("data.bin", "wb") as file:
    file.seek(3)
    file.write(b"x")
print(open("data.bin", "rb").read())
