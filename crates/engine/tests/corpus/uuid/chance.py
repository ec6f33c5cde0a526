"""Secrets and random identifiers, by what holds for all of them."""
import secrets
import uuid

print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(16)), 0 <= secrets.randbelow(10) < 10, secrets.choice([7]), secrets.compare_digest('a', 'a'))
ids = [uuid.uuid4() for _ in range(200)]
print(len(set(ids)), {i.version for i in ids}, {len(i.hex) for i in ids}, {str(i)[14] for i in ids})
print(all(0 <= secrets.randbelow(6) < 6 for _ in range(50)), secrets.randbits(8) < 256, len(secrets.token_hex()))
r = secrets.SystemRandom()
print(r.randint(3, 3), 0 <= r.random() < 1)
