class Plain:
    a = 1


class Bad:
    __match_args__ = ["a"]
    a = 1


class Odd:
    __match_args__ = ("a", 2)
    a = 1


class Twice:
    __match_args__ = ("a",)
    a = 1


def attempt(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, error)


def plain():
    match Plain():
        case Plain(1):
            return "fits"


def plain_two():
    match Plain():
        case Plain(1, 2):
            return "fits"


def bad():
    match Bad():
        case Bad(1):
            return "fits"


def odd():
    match Odd():
        case Odd(1, 2):
            return "fits"


def twice():
    match Twice():
        case Twice(1, a=1):
            return "fits"


def no_class():
    thing = len
    match 1:
        case thing():
            return "fits"


def too_many():
    match 5:
        case int(1, 2):
            return "fits"


def missing_attribute():
    match Plain():
        case Plain(b=1):
            return "fits"
        case Plain(a=a):
            return f"a is {a}"


for function in (plain, plain_two, bad, odd, twice, no_class, too_many, missing_attribute):
    attempt(function.__name__, function)
