"""A pipeline of generators: each step hands its items to the next."""


def numbers(limit):
    for n in range(limit):
        yield n


def odd(items):
    for item in items:
        if item % 2:
            yield item


def squares(items):
    for item in items:
        yield item * item


sum(squares(odd(numbers(200_000))))
