a = b = c = []
a.append(1)
print(b, c is a)
i = 0
l = [0, 0, 0]
i = l[i] = 2
print(i, l)
d = {}
d["x"], d["y"] = 1, 2
print(d)
(p, q), r = [1, 2], 3
print(p, q, r)
for i in range(3):
    pass
print("after loop", i)
x: int = 5
y: "later"
print(x)
pass
