# BaseManager.register: an object of the script's own class lives in the server, its public methods are called.
from multiprocessing import Process
from multiprocessing.managers import BaseManager


class Counter:
    def __init__(self, start=0):
        self.n = start
        self._secret = 1

    def add(self, amount):
        self.n += amount
        return self.n

    def get(self):
        return self.n

    def fail(self):
        raise ValueError("no")

    def _hidden(self):
        return self._secret


class Own(BaseManager):
    pass


Own.register("Counter", Counter)
Own.register("table", dict, exposed=["get", "update"])


def work(counter):
    for n in range(5):
        counter.add(n)


if __name__ == "__main__":
    with Own() as manager:
        counter = manager.Counter(100)
        workers = [Process(target=work, args=(counter,)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print(counter.get(), type(counter).__name__)
        try:
            counter.fail()
        except ValueError as error:
            print(error)
        for name in ("_hidden", "n"):
            print(hasattr(counter, name))
        table = manager.table()
        table.update({"a": 1})
        print(table.get("a"), hasattr(table, "keys"))
