x = "module"


def reads():
    return x


def shadows():
    x = "local"
    return x


def writes():
    global x, made
    x = "changed"
    made = "by writes"


print(reads(), shadows(), x)
writes()
print(reads(), x, made)


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return step, peek


step, peek = counter()
other, _ = counter()
print(step(), step(5), peek(), other())


def deep():
    value = 1

    def middle():
        def inner():
            nonlocal value
            value += 1
            return value

        return inner() + inner()

    return middle(), value


print(deep())


def early():
    try:
        print(later)
    except UnboundLocalError as error:
        print(error)
    later = 1
    del later
    try:
        later
    except UnboundLocalError as error:
        print(error)


early()


def free():
    def inner():
        return value

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    value = 3
    print(inner())
    del value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)


free()
try:
    undefined_name
except NameError as error:
    print(error)


def bump():
    total += 1


try:
    bump()
except UnboundLocalError as error:
    print(error)


class Body:
    x = "class"
    seen = x
    listed = [x for _ in range(1)]

    def method(self):
        return x


print(Body.seen, Body.listed, Body().method())
functions = [lambda: n for n in range(3)]
print([f() for f in functions])
functions = [lambda n=n: n for n in range(3)]
print([f() for f in functions])
if True:
    in_block = 1
for loop_variable in range(3):
    pass
print(in_block, loop_variable)
del x
try:
    reads()
except NameError as error:
    print(error)
