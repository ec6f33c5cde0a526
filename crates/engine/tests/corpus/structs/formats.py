"""Sizes, places and values of every format."""
import struct

fmts = ['<bBhHiIlLqQ', '>bBhHiIlLqQ', 'bBhHiIlLqQnN', '@bi', '=bi', '!H', '3s', '5p', '2h3i', 'x2xi', '<efd', '>efd', '?c', '10s', '0i', 'P', 'bq', 'qb', '', ' < i i', 'iiP' ]
for f in fmts[:-1]:
    try: print(repr(f), struct.calcsize(f))
    except struct.error as e: print(repr(f), e)
print(struct.pack('<bBhHiIlLqQ', -1, 255, -2, 65535, -3, 2**32-1, -4, 5, -6, 2**64-1), struct.unpack('>bhq', struct.pack('>bhq', -5, 300, -2**40)))
for v in (0.0, -0.0, 1.5, 65504.0, 1e-8, 6e-8, 3.14159, float('inf'), float('nan'), 2.0**-24, 2.0**-25, 0.1):
    print(struct.pack('<e', v), struct.unpack('<e', struct.pack('<e', v)), struct.pack('>f', v), struct.pack('d', v), struct.unpack('f', struct.pack('f', v)))
print(struct.pack('3s5p?c', b'abcd', b'xyz', 1, b'q'), struct.unpack('3s5p?c', struct.pack('3s5p?c', b'ab', b'xyzzy', 0, b'q')), struct.unpack_from('<H', b'\0\1\2\3', 2), list(struct.iter_unpack('<H', b'\1\0\2\0')))
b = bytearray(8); struct.pack_into('<I', b, 2, 0xdeadbeef); print(b)
s = struct.Struct('<IH'); print(s.size, s.format, s.pack(1, 2), s.unpack(s.pack(3, 4)))
