# Namespace, Value and Array of a manager.
from multiprocessing import Manager, Process


def work(space, number, numbers):
    space.x += 1
    space.name = "changed"
    number.value = 9
    numbers[1] = 20


if __name__ == "__main__":
    manager = Manager()
    space = manager.Namespace(x=1)
    space.name = "start"
    number, numbers = manager.Value("i", 3), manager.Array("i", [1, 2, 3])
    process = Process(target=work, args=(space, number, numbers))
    process.start()
    process.join()
    print(space)
    print(space.x, space.name, number.value, number)
    print(numbers, numbers[1], len(numbers), list(numbers))
    try:
        space.nothing
    except AttributeError as error:
        print(error)
    del space.x
    print(hasattr(space, "x"), space)
    manager.shutdown()
