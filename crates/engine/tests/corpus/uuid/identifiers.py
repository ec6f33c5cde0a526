"""UUIDs: every part of one, those of names, wrong ones."""
import uuid

u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version, u.time, u.node, u.clock_seq, hash(u) == hash(u.int), u == uuid.UUID(int=u.int), u < uuid.UUID(int=u.int + 1))
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.UUID('{' + str(u) + '}') == u, uuid.UUID('urn:uuid:' + str(u)) == u)
a = uuid.uuid4(); print(len(str(a)), a.version, a.variant, type(a), uuid.uuid1().version, len({uuid.uuid4() for _ in range(100)}), len({uuid.uuid1() for _ in range(100)}), len(uuid.uuid4().hex), uuid.uuid4() != uuid.uuid4())
for f in (lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: setattr(u, 'int', 3), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b'x'), lambda: uuid.UUID(fields=(1,2))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
