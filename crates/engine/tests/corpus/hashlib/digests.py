"""Every algorithm over texts of several lengths, whole and in pieces."""
import hashlib

for name in sorted(hashlib.algorithms_guaranteed):
    size = (20,) if name.startswith("shake") else ()
    for data in (b"", b"abc", b"a" * 1000, bytes(range(256)) * 9):
        whole = hashlib.new(name, data)
        pieces = getattr(hashlib, name)()
        for i in range(0, len(data), 37):
            pieces.update(data[i : i + 37])
        print(name, whole.hexdigest(*size), whole.digest(*size) == pieces.digest(*size))
    print(whole.name, whole.digest_size, whole.block_size)
for length in range(50, 140, 3):
    data = b"x" * length
    print(length, hashlib.md5(data).hexdigest(), hashlib.sha512(data).hexdigest()[:16], hashlib.sha3_256(data).hexdigest()[:16])
