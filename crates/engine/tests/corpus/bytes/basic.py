b = b"hello"
print(b, b[0], b[1:3], len(b), list(b[:2]), b + b" there", b * 2)
print(b.decode(), "héllo".encode(), "héllo".encode("utf-8").decode("utf-8"))
print(bytes(3), bytes([1, 2, 255]), b"\x00\xff\n'", bytes("ab", "utf-8"))
print(b.upper(), b.find(b"l"), b.split(b"l"), b"l" in b, 104 in b, b.hex(), bytes.fromhex("6869"))
print(b == b"hello", b"a" < b"b", b.startswith(b"he"), b"-".join([b"a", b"b"]))
try:
    b"a" + "b"
except TypeError as error:
    print(error)
try:
    b"\xff".decode()
except UnicodeDecodeError as error:
    print(error)
try:
    bytes([256])
except ValueError as error:
    print(error)
