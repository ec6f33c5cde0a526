total = 0
for i in range(10): total += i
for i in range(5, 0, -1): total -= i
print(total, [i for i in range(0, 20, 5)], [(i, j) for i in range(3) for j in range(i)], {i: i * i for i in range(4)}, sum(range(1, 11)), list(range(-5, 5, 3)), *range(4))
for i in range(3):
    for j in range(3):
        if j == i: continue
        if i == 2: break
        print((i, j), end=" ")
    else: print("| row", i, end=" ")
print(); i = "kept"
for i in range(0): pass
print(i)
for i in range(3): i = 10
print(i); r = range(10); it = iter(r); print(next(it), next(it), list(it), list(r)[-1], r[3:8:2], list(r[3:8:2]), 5 in r, 5.0 in r, "5" in r, r.index(7), len(r[::3]), [r[k] for k in (-1, 0, 4)], list(zip(r, range(100, 110)))[2], list(enumerate(range(3), 1)), max(r), min(r), any(r), all(r), sorted(r, key=lambda v: (v % 3, v)), list(map(lambda v: v * 2, range(3))), list(filter(lambda v: v % 2, r)), tuple(range(3)), dict(zip("abc", range(3))), [*range(2), *range(2)], range(3) == range(3), range(0, 3, 2) == range(0, 4, 2), hash(range(2)) == hash(range(2)), repr(range(1, 5)), str(range(0, 9, 3)), bool(range(5, 5)), isinstance(r, range), type(iter(r)).__name__, list(reversed(range(0, 10, 4))), range(10)[-2:], list(range(10)[-2:]), list(range(3, 3)), list(range(3, -3, -2)))
import random
random.seed(3); print(random.choice(range(100)), random.sample(range(50), 4), random.randrange(10), [random.randint(1, 6) for _ in range(5)])
step = 3; data = list(range(10)); print([data[k:k + step] for k in range(0, len(data), step)], [data[k] for k in range(len(data) - 1, -1, -2)], [sum(data[:k]) for k in range(4)], [[1 if a == b else 0 for a in range(3)] for b in range(3)], ["fizz" * (n % 3 == 0) + "buzz" * (n % 5 == 0) or n for n in range(1, 16)])
n = 0
while n in range(5): n += 2
print(n, [n for n in range(2, 30) if all(n % d for d in range(2, int(n ** 0.5) + 1))], len(range(10**9)), range(10**9)[123456789], 10**8 in range(0, 10**9, 10))
