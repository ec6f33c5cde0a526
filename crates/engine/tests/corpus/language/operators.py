a = 5
a += 2
a *= 3
a -= 1
a //= 2
a **= 2
a %= 7
print(a)
a <<= 3
a |= 1
a &= 0xF
a ^= 2
a >>= 1
print(a, 2 + 3 * 4 ** 2, (2 + 3) * 4, -2**2, not 1 == 2, 1 if 0 else 2)
l = m = [1]
l += [2]
print(m, l is m, [1] is l, 1 != None)
s = "a"
s *= 3
print(s, 3 - -3, +5, ~-1, 7 / 2 * 2, 10 - 2 - 3, 2**3**2)
