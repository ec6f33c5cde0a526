"""Hexadecimal, the bases, checksums, and what is wrong with letters."""
import base64
import binascii
import zlib

print(binascii.hexlify(b'\x01\xab'), binascii.unhexlify('01AB'), binascii.hexlify(b'abcd', '-', 2), binascii.b2a_base64(b'hello'), binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')))
for f in (lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: binascii.a2b_base64('abc'), lambda: binascii.a2b_base64('a'), lambda: base64.b64decode('ab!c', validate=True), lambda: base64.b64encode('str'), lambda: base64.b32decode('A'), lambda: base64.b16decode('zz'), lambda: base64.b85decode('\x00'), lambda: base64.b64decode('é')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for d in (b'', b'a', b'ab', b'abc', b'hello world', bytes(range(256))):
    print(base64.b64encode(d), base64.urlsafe_b64encode(d)[-20:], base64.b32encode(d)[:20], base64.b16encode(d)[:10], base64.b85encode(d)[:30], base64.a85encode(d)[:30], base64.b64decode(base64.b64encode(d)) == d == base64.b32decode(base64.b32encode(d)) == base64.b85decode(base64.b85encode(d)) == base64.a85decode(base64.a85encode(d)) == base64.urlsafe_b64decode(base64.urlsafe_b64encode(d)))
print(base64.b64decode('aGVs\nbG8='), base64.b64decode(b'aGVsbG8='), base64.encodebytes(b'x' * 60), zlib.crc32(b'abc'), zlib.adler32(b'abc'), zlib.adler32(b'x' * 100000))
