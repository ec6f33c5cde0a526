def p(n):
    print(n)
    return p(n + 1)
try:
    p(1)
except RecursionError as e:
    print(e)
count = 0
def c():
    global count
    count += 1
    c()
try:
    c()
except RecursionError as e:
    print(e, count)
def s(n):
    print("x" + str(n))
    s(n + 1)
try:
    s(1)
except RecursionError as e:
    print(e)
def a(l):
    l.append(len(l))
    a(l)
l = []
try:
    a(l)
except RecursionError as e:
    print(e, len(l))
