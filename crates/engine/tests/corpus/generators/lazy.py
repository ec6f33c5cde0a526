def noisy(n):
    print("start")
    for i in range(n):
        print("make", i)
        yield i
    print("end")


g = noisy(3)
print("made")
for x in g:
    if x == 1:
        break
print("rest", list(g))
print(type(g).__name__)
