"""`hashlib`: the names that scripts use, over the native digests.
"""

from _hashlib import (
    blake2b,
    blake2s,
    md5,
    new,
    pbkdf2_hmac,
    sha1,
    sha3_224,
    sha3_256,
    sha3_384,
    sha3_512,
    sha224,
    sha256,
    sha384,
    sha512,
    shake_128,
    shake_256,
)

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s"}
algorithms_guaranteed |= {"sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(algorithms_guaranteed)
__all__ = tuple(sorted(algorithms_guaranteed)) + ("new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest")


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        block = fileobj.read(_bufsize)
        if not block:
            return made
        made.update(block)
