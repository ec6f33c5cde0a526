n = 2**200
print(n)
print(n * n // (n + 1), n % 1000007)
print(-n // 3, -n % 7)
print(10**30 + 1, 10**30 - 10**29)
print((10**40) // (10**20), (10**40 + 5) % (10**20))
print(n >> 190, 1 << 70, n & 0xFFFF, (n - 1) & 0xFFFF, n | 1, n ^ n)
print(hex(2**70), hash(2**61 - 1), hash(2**61), hash(-1))
print(pow(3, 1000, 10**9 + 7))
product = 1
for i in range(1, 31):
    product *= i
print(product, len(str(product)))
print(int("123456789" * 4), str(2**100)[::-1])
print(2**64 == 2.0**64, 2**53 + 1 == float(2**53), 10**20 > 1e19)
print(float(10**25), 10**25 / 10**24, 2**63 - 1, -(2**63))
print(sum(range(10**6)), f"{10**25:,}")
