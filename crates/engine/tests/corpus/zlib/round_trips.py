# zlib and gzip: what goes in comes out, headers, sums and errors.
import gzip
import io
import os
import zlib

text = b"one line after the other\n" * 200
for level in (-1, 0, 1, 6, 9):
    packed = zlib.compress(text, level)
    print(level, zlib.decompress(packed) == text, len(packed) < len(text), packed[:2].hex(), packed[-4:].hex())
for wbits in (15, -15, 31):
    print(wbits, zlib.decompress(zlib.compress(text, wbits=wbits), wbits) == text)
print(zlib.decompress(zlib.compress(b"x", wbits=31), 47), zlib.decompress(zlib.compress(b""), 15))
# Streams made by zlib itself.
print(zlib.decompress(bytes.fromhex("789ccb48cdc9c95728cf2fca4901001a0b045d")))
print(zlib.decompress(bytes.fromhex("cb48cdc9c90700"), -15))
packed = zlib.compress(b"hello")
for data, wbits in ((b"", 15), (b"abc", 15), (packed[:-2], 15), (packed[:-4] + bytes(4), 15), (b"\x78\x9c\xff\xff", 15)):
    try:
        zlib.decompress(data, wbits)
    except zlib.error as error:
        print(error)
try:
    zlib.compress(b"", 10)
except zlib.error as error:
    print(error)
packer = zlib.compressobj()
whole = packer.compress(text) + packer.compress(b"end") + packer.flush()
opener = zlib.decompressobj()
got = opener.decompress(whole[:20])
got += opener.decompress(whole[20:] + b"rest")
print(got == text + b"end", opener.eof, opener.unused_data, opener.flush())
print(gzip.decompress(gzip.compress(text)) == text, gzip.decompress(gzip.compress(b"a") + gzip.compress(b"b")))
for data in (b"abc", b"", gzip.compress(b"x")[:-3], gzip.compress(b"hello")[:-8] + bytes(8)):
    try:
        print(gzip.decompress(data))
    except (OSError, EOFError) as error:
        print(type(error).__name__, error)
with gzip.open("log.gz", "wt") as file:
    for number in range(3):
        print("line", number, file=file)
with gzip.open("log.gz", "rt", encoding="utf-8") as file:
    for line in file:
        print(repr(line))
with gzip.open("log.gz") as file:
    print(file.readline(), file.read(4), file.read())
with gzip.GzipFile("log.gz", "ab") as file:
    file.write(b"more\n")
print(gzip.open("log.gz").readlines()[-1])
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
    file.write(b"in memory")
buffer.seek(0)
print(gzip.GzipFile(fileobj=buffer).read(), buffer.getvalue()[:8].hex())
os.remove("log.gz")
