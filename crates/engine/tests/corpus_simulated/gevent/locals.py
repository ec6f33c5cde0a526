import gevent
from gevent.local import local

data = local()
data.x = "main"


def work(n):
    print(hasattr(data, "x"))
    data.x = n
    gevent.sleep(0.01)
    print(n, data.x, data.__dict__)
    del data.x
    try:
        data.x
    except AttributeError as error:
        print(error)


gevent.joinall([gevent.spawn(work, n) for n in range(2)])
print(data.x)


class Mine(local):
    kind = "class"

    def __init__(self, start):
        self.count = start

    def add(self):
        self.count += 1
        return self.count


mine = Mine(10)
print(mine.add(), mine.kind)
print(gevent.spawn(mine.add).get(), gevent.spawn(mine.add).get(), mine.add())
