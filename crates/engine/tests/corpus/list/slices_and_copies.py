a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::3], a[::-1], a[8:2:-2], a[100:], a[-100:2], a[5:5], a[:], a[1:8:3], a[None:2], a[slice(1, 3)], a[True], a[-1])
b = a[:]; b[0] = 99; print(a[0], b is a, a == b, a.copy() == a, list(a) is a); b[2:4] = []; b[:0] = [7, 7]; b[len(b):] = [5]; b[1:3] = "xy"; print(b); b[::2] = [0] * len(b[::2]); print(b); del b[::3]; print(b); del b[:]; print(b)
matrix = [[r * 3 + c for c in range(3)] for r in range(3)]
print(matrix, [row[1] for row in matrix], list(zip(*matrix)), [list(row) for row in zip(*matrix)], sum(matrix, []), [x for row in matrix for x in row if x % 2], matrix[1][2], matrix[-1][-1], [row[::-1] for row in matrix[::-1]], max(map(max, matrix)))
shared = [[]] * 3; shared[0].append(1); separate = [[] for _ in range(3)]; separate[0].append(1); print(shared, separate)
q = [1, 2, 3]; q.insert(0, 0); q.append(4); print(q.pop(0), q.pop(), q, q.index(2), q.count(3), 3 in q, q + q, q * 2, q[::-1], sorted(q, reverse=True), list(reversed(q)), [*q, *q], q[-2:], min(q), max(q), sum(q) / len(q), any(q), all(q), not q, q == [1, 2, 3], q < [1, 2, 4], [] < q, q != [3], str(q), repr(q))
words = "the quick brown fox".split(); print(words, " ".join(words), [w.title() for w in words], sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), max(words, key=len), {w: len(w) for w in words}, [w[0] for w in words], list(map(len, words)), list(filter(lambda w: "o" in w, words)), list(enumerate(words, 1))[-1], words.index("fox"), "fox" in words, ["a"] + words[:1], words[0][::-1], ", ".join(sorted(set("".join(words)))))
first, second, *others = words; (x, y), z = [1, 2], 3; [p, [q1, r1]] = [1, [2, 3]]; print(first, others, x, y, z, p, q1, r1)
squares = []; squares.extend(n * n for n in range(4)); squares += (16,); print(squares, [n if n % 2 else -n for n in squares], [[j for j in range(i)] for i in range(3)], list(range(3)) == [0, 1, 2], [None] * 2, list(), list(""), [()], [[]] == [[]])
stack = []; [stack.append(i) for i in range(3)]; out = []
while stack: out.append(stack.pop())
print(out, stack); n = [5, 3, 8, 1]; n.sort(); print(n); n.sort(key=lambda v: -v); print(n, n.sort(), n.reverse(), n)
