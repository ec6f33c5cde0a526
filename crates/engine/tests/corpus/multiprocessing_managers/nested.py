# A changed item inside a proxy must be put back; a proxy inside a proxy need not.
from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as manager:
        table = manager.dict({"plain": [], "inner": manager.list()})
        table["plain"].append(1)
        print(table["plain"])
        own = table["plain"]
        own.append(2)
        table["plain"] = own
        print(table["plain"])
        table["inner"].append(3)
        print(table["inner"][:], len(table["inner"]))
        grid = manager.list([manager.list([1, 2]), manager.list([3])])
        grid[1].append(4)
        print([list(row) for row in grid])
