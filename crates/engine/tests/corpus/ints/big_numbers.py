def factorial(n): return 1 if n < 2 else n * factorial(n - 1)
print(factorial(20), factorial(30), factorial(50), len(str(factorial(300))), 2**100, 2**1000 % 1000007, pow(3, 1000, 10**9 + 7), (2**127 - 1) % 97, 10**50 // 3**20, -10**30 // 7, -10**30 % 7, divmod(10**25, -12345), 2**64 - 1, -(2**64), hex(2**100), bin(2**70)[:10], oct(8**20), int("f" * 20, 16), int("9" * 30), str(10**40)[:5], f"{10**20:,}", f"{2**90:e}", f"{2**80:x}", "%d" % 2**75, "%x" % 2**75, repr(-2**70), 2**70 == 2.0**70, 2**70 > 1e20, 10**22 == 1e22, 10**23 == 1e23, float(2**80), int(1e20), int(2.0**70), round(2**70, -10), (2**70).bit_length(), (2**70 - 1).bit_count(), 2**70 & (2**65 - 1), 2**70 | 1, 2**70 ^ 2**69, ~2**70, 2**70 >> 60, 1 << 75, -(2**70) >> 3, (2**70).to_bytes(10, "big").hex(), int.from_bytes(b"\x01" + b"\x00" * 10, "big"))
fibs = [0, 1]
while len(fibs) < 200: fibs.append(fibs[-1] + fibs[-2])
print(fibs[100], fibs[199], sum(fibs) == fibs[199] + fibs[198] * 1 + sum(fibs[:198]), max(fibs) == fibs[-1], sum(range(10**6)), sum(int(d) for d in str(2**200)), 3**200 % 2**61, hash(2**100), hash(-2**100), {2**80: "big"}[2**80], 2**80 in [2**80], sorted([2**70, -2**70, 0, 1e10]), min(2**65, 2**66), abs(-2**66), 2**66 // 2**65, 2**66 / 2**65, 10**30 / 10**10, (10**18 + 1) * (10**18 - 1), 999999999999 * 999999999999, 9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, 4611686018427387904 * 2, -9223372036854775808 // -1, abs(-9223372036854775808), 3037000500 * 3037000500, 7**77)
def is_prime(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, r = n - 1, 0
    while d % 2 == 0: d //= 2; r += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([n for n in range(60) if is_prime(n)], is_prime(2**61 - 1), is_prime(2**89 - 1), is_prime(2**67 - 1), is_prime(10**18 + 9))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(2**80, 6**40) == 2**40, gcd(10**30 + 7, 10**20 + 39), pow(7, -1, 10**9 + 7), (7 * pow(7, -1, 10**9 + 7)) % (10**9 + 7), int(str(2**100)[::-1]), sum(d * 10**i for i, d in enumerate([3, 2, 1])), 10**100 % 97, (-7) ** 33, (-2) ** 63, (-2) ** 64, 0**0, 1**10**18, 2**0)
