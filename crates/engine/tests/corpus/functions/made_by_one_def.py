# Functions that one `def` makes: one code, each its own defaults, cells and names.


def makes(number):
    def made(a, b=number, *, c=number + 1):
        return (a, b, c, number)

    return made


functions = [makes(number) for number in range(3)]
print([function(0) for function in functions])
print(functions[0].__code__ == functions[1].__code__, functions[0].__code__.co_name, makes.__name__ is makes.__qualname__)
print(functions[2].__qualname__, functions[2].__defaults__, functions[2].__kwdefaults__)
functions[0].__defaults__ = (7,)
print(functions[0](1), functions[1](1))


class Counter:
    def __init__(self):
        self.count = 0

    def step(self):
        self.count += 1
        return lambda: self.count


counter = Counter()
print([counter.step()() for _ in range(3)], [lambda: number for number in range(3)][0]())

print(functions[0].__code__ is functions[2].__code__, makes.__code__ is makes.__code__)
print(functions[0] == functions[1], len({function.__code__ for function in functions}))


def gives(count):
    for number in range(count):
        yield number


print(gives.__code__.co_name == gives(1).gi_code.co_name, gives.__code__.co_name, list(gives(3)))
