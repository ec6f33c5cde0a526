for i in range(2, 10, 3):
    print(i, end=" ")
print()
n = 0
while True:
    n += 1
    if n == 2:
        continue
    if n > 4:
        break
    print("n", n)
else:
    print("never")
for a, b in [(1, 2), (3, 4)]:
    for c in range(a):
        if c == b:
            break
    else:
        print("inner ended", a)
for key in {"x": 1}:
    print(key)
for c in "ab":
    print(c)
i = 10
while i := i // 2:
    print(i, end=",")
print()
