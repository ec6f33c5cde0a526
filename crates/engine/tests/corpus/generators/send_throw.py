def echo():
    got = None
    while True:
        try:
            got = yield got
            print("got", got)
        except ValueError as error:
            print("thrown", error)
            got = "recovered"


g = echo()
print(next(g))
print(g.send(1))
print(g.throw(ValueError("v")))
print(g.send(2))
g.close()
try:
    g.send(3)
except StopIteration:
    print("closed")
