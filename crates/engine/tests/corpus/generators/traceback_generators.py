# a traceback through generators
def numbers(text):
    for part in text.split():
        yield int(part)


def doubled(text):
    yield from (n * 2 for n in numbers(text))


def total(text):
    return sum(doubled(text))


print(total("1 2 3"))
print(total("4 five 6"))
