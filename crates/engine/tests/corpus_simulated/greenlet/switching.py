from greenlet import greenlet, getcurrent, GreenletExit

def consumer():
    while True:
        item = main.switch()
        print("consumed", item)
def gen(n):
    for i in range(n):
        g.parent.switch(i)
        yield i
main = getcurrent()
c = greenlet(consumer)
c.switch()
for i in range(3): c.switch(i)
def deep(n):
    if n == 0:
        return main.switch("deep")
    return deep(n-1) + 1
d = greenlet(deep)
print(d.switch(50)); print(d.switch(1)); print(d.dead)
# inside sort key, map, generator
def inside():
    total = []
    for x in map(lambda v: main.switch(v), [1,2,3]):
        total.append(x)
    try:
        total.append(sum(x for x in (main.switch("gen"),)))
    finally:
        print("finally")
    with open("/tmp/none_x","w") as f:
        main.switch("with")
    l = sorted([3,1,2], key=lambda v: v)
    return total
g = greenlet(inside)
r = g.switch()
while not g.dead:
    print("got", r)
    r = g.switch(r if isinstance(r,int) else 10)
print(r)
def ex():
    try:
        main.switch()
    except ValueError as e:
        print("caught", e)
        main.switch()
    raise KeyError("end")
e = greenlet(ex); e.switch(); e.throw(ValueError("boo"))
try: e.switch()
except KeyError as k: print("K", k)
def exit_():
    try: main.switch()
    except GreenletExit: print("exit"); raise
x = greenlet(exit_); x.switch(); print(repr(x.throw()), x.dead)
class W(greenlet):
    def run(self, a, b=3):
        self.z = a + b
        return self.z
w = W(); print(w.switch(2), w.z, w.__dict__)
