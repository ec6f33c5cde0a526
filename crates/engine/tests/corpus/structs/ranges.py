"""Integers at and beyond their bounds, and wrong calls."""
import struct

for c in 'bBhHiIlLqQnN':
    for v in (-1, 2**8, 2**16, 2**32, 2**64, 2**70, 1.5, 'a', None, True):
        for p in '@<':
            if p == '<' and c in 'nN': continue
            try: print(p + c, v, struct.pack(p + c, v))
            except Exception as e: print(p + c, v, type(e), e)
for f in (lambda: struct.pack('i'), lambda: struct.pack('i', 1, 2), lambda: struct.unpack('i', b'abc'), lambda: struct.pack('z', 1), lambda: struct.pack('3'), lambda: struct.pack('c', b'ab'), lambda: struct.pack('s', 'a'), lambda: struct.pack('f', 'a'), lambda: struct.pack('f', 1e300), lambda: struct.pack('e', 1e10), lambda: struct.unpack_from('<I', b'abcdef', 4), lambda: struct.pack_into('<I', bytearray(4), 2, 1), lambda: list(struct.iter_unpack('<H', b'abc')), lambda: struct.unpack('i', 'abc'), lambda: struct.pack(1), lambda: struct.unpack_from('<I', b'abcdef', -2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
