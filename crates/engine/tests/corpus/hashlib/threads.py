"""Work that a pool does: digests of many blocks, collected in order."""
import hashlib
from concurrent.futures import ThreadPoolExecutor

blocks = [bytes([n]) * 50_000 for n in range(12)]


def digest(block):
    h = hashlib.sha256()
    for i in range(0, len(block), 10_000):
        h.update(block[i : i + 10_000])
    return h.hexdigest()


with ThreadPoolExecutor(max_workers=4) as pool:
    results = list(pool.map(digest, blocks))
for n, result in enumerate(results):
    print(n, result)
print(results == [hashlib.sha256(block).hexdigest() for block in blocks])
