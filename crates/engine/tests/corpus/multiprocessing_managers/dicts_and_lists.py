# A manager's dict and list: changed by processes, seen by all; what proxies show.
from multiprocessing import Manager, Process


def work(table, items, n):
    table[n] = n * n
    items.append(n)


if __name__ == "__main__":
    with Manager() as manager:
        table, items = manager.dict(), manager.list(range(3))
        workers = [Process(target=work, args=(table, items, n)) for n in (5, 6, 7)]
        for worker in workers:
            worker.start()
            worker.join()
        print(table)
        print(items)
        print(type(table).__name__, repr(items).split(" at ")[0])
        print(dict(table), list(items), len(items), 5 in table, 9 in table)
        print(sorted(table.items()), table.get(9, "none"), table.pop(5), table.keys(), table.values())
        table.update(a=1)
        print(table.copy(), [key for key in table.keys()])
        items[0] = "zero"
        items.extend(["x", "y"])
        items += ["z"]
        print(items[:3], items.pop(), items.index("x"), items.count(1))
        items.reverse()
        items.sort(key=str)
        print(items)
        try:
            table["missing"]
        except KeyError as error:
            print("KeyError", error)
        try:
            items[99]
        except IndexError as error:
            print(error)
        for item in manager.list("ab"):
            print(item)
