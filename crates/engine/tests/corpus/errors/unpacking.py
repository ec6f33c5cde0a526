class Iterable:
    def __iter__(self):
        yield 1
        yield 2


def generate(n):
    for k in range(n):
        yield k


def unpack_two(value):
    a, b = value
    return a, b


def unpack_star(value):
    a, *b, c = value
    return a, b, c


def nested(value):
    (a, b), c = value
    return a, b, c


def loop(values):
    for a, b in values:
        print("pair", a, b)


def comprehension(values):
    return {a: b for a, b in values}


for value in ([1], [1, 2], [1, 2, 3], (), "ab", "abc", {1: 2, 3: 4}, {1}, 5, None, 2.5, Iterable(), generate(1), generate(2), generate(9), range(3), len):
    for function in (unpack_two, unpack_star):
        try:
            print(function(value))
        except Exception as error:
            print(type(error).__name__, error)
for value in (((1, 2), 3), ((1,), 3), (1, 2), 3, ("ab", "c"), ("abc", "d")):
    try:
        print(nested(value))
    except Exception as error:
        print(type(error).__name__, error)
for function in (loop, comprehension):
    for values in ([(1, 2), (3,)], [1], [(1, 2, 3)], 5, [None], ["ab"]):
        try:
            print(function(values))
        except Exception as error:
            print(type(error).__name__, error)
try:
    [] = [1]
except ValueError as error:
    print(error)
[] = []
() = ()
(a,) = [1]
[b, [c, *d]] = 1, (2, 3, 4)
print(a, b, c, d)
*e, = "xyz"
print(e)
f = g, h = [1, 2]
print(f, g, h)
