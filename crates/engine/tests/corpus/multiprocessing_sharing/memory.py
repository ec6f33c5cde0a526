# shared_memory: a block and a list that processes find by name.
from multiprocessing import Process, shared_memory


def write(name):
    block = shared_memory.SharedMemory(name=name)
    block.buf[:5] = b"howdy"
    block.buf[7] = 33
    block.close()


def change(items):
    items[0] += 1
    items[1] = "new"


def change_by_name(name):
    items = shared_memory.ShareableList(name=name)
    change(items)
    items.shm.close()


if __name__ == "__main__":
    block = shared_memory.SharedMemory(create=True, size=16)
    print(block.size, len(block.buf), bytes(block.buf[:4]))
    process = Process(target=write, args=(block.name,))
    process.start()
    process.join()
    print(bytes(block.buf[:8]), block.buf[7])
    block.close()
    block.unlink()
    try:
        shared_memory.SharedMemory(name="no_such_block")
    except FileNotFoundError as error:
        print(error.errno, error.strerror)
    items = shared_memory.ShareableList([1, "old", 2.5, None, True, b"by"])
    print(list(items), len(items), items[-1])
    process = Process(target=change_by_name, args=(items.shm.name,))
    process.start()
    process.join()
    print(list(items), items.count(None), items.index(2.5))
    try:
        items[1] = "much too long for it"
    except ValueError as error:
        print(error)
    try:
        items[9]
    except IndexError as error:
        print(error)
    items.shm.close()
    items.shm.unlink()
