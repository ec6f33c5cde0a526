l = [1, 2, 3, 4]
for x in l:
    if x == 2:
        l.remove(x)
print(l)
for x in l[:]:
    l.append(x * 10)
print(l)
for i, x in enumerate(l):
    l[i] = -x
print(l)
for x in []:
    print("never")
else:
    print("else of an empty loop")
for x in [1, 2, 3]:
    if x == 2:
        break
else:
    print("never")
while l:
    l.pop()
else:
    print("emptied")
