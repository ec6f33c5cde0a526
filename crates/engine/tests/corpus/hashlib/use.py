"""Copies, parameters, keys from passwords, wrong arguments, hmac."""
import hashlib
import hmac
import io

h = hashlib.sha256(b"a")
c = h.copy()
c.update(b"b")
print(h.hexdigest(), c.hexdigest())
print(hashlib.blake2b(b"x", digest_size=16, key=b"k", salt=b"s", person=b"p").hexdigest(), hashlib.blake2s(b"x", digest_size=8).hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 1000).hex(), hashlib.pbkdf2_hmac("sha1", b"pw", b"salt", 10, 50).hex())
print(hashlib.file_digest(io.BytesIO(b"file" * 100), "md5").hexdigest())
print(int(hashlib.sha256("text".encode()).hexdigest(), 16) % 1000, "sha256" in hashlib.algorithms_available)
print(hmac.new(b"key", b"msg", hashlib.sha256).hexdigest(), hmac.new(b"key", b"msg", "md5").hexdigest())
print(hmac.digest(b"k" * 200, b"m", "sha512").hex()[:20])
m = hmac.new(b"key", digestmod="sha1")
m.update(b"ms")
m.update(b"g")
print(m.hexdigest(), m.name, m.digest_size, hmac.compare_digest(m.digest(), hmac.digest(b"key", b"msg", "sha1")))
for wrong in (
    lambda: hashlib.md5("x"),
    lambda: hashlib.new("foo"),
    lambda: hashlib.sha1(3),
    lambda: hmac.new(b"k", b"m"),
    lambda: hmac.new("k", b"m", "md5"),
    lambda: hashlib.shake_128(b"").digest(),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
