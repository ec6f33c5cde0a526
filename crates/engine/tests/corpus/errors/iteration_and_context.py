class NoNext:
    def __iter__(self):
        return self


class IterNone:
    __iter__ = None


class Raises:
    def __iter__(self):
        raise ValueError("no iteration")


def generator():
    yield 1
    raise StopIteration("inside")


def consume(thing):
    for item in thing:
        return item


def mutate_dict():
    d = {1: 1, 2: 2}
    for key in d:
        d[key + 10] = 1


def mutate_set():
    s = {1, 2}
    for item in s:
        s.add(item + 10)


def delete_in_dict():
    d = {1: 1, 2: 2}
    for key in d:
        del d[key]


def reuse():
    g = (x for x in [1])
    return list(g), list(g)


def again():
    g = generator()
    next(g)
    next(g)


def running():
    def own():
        next(g)
        yield

    g = own()
    next(g)


def raise_int():
    raise 5


def raise_string():
    raise "text"


def raise_class_with_arguments():
    raise ValueError


def raise_none():
    raise None


def raise_from_int():
    raise ValueError("x") from 5


def bare():
    raise


def catch_int():
    try:
        1 / 0
    except 5:
        pass


def catch_class():
    try:
        1 / 0
    except (ValueError, object):
        pass


def no_context():
    with 5:
        pass


def assertion():
    assert 1 == 2, "numbers differ"


def bare_assertion():
    assert []


def tuple_message():
    assert False, (1, 2)


def recursion():
    recursion()


def stop_iteration():
    return next(iter([]))


for function in (lambda: consume(5), lambda: consume(None), lambda: consume(NoNext()), lambda: consume(IterNone()), lambda: consume(Raises()),
                 lambda: consume(len), lambda: 1 in 5, lambda: 1 in None, lambda: "a" in "abc" and 1 in "abc", lambda: None in "abc", lambda: [] in {1},
                 lambda: [*5], lambda: {*5}, lambda: {**5}, lambda: print(*5), lambda: dict(**5), lambda: list(map(5, [1])), lambda: list(zip(5)),
                 lambda: sum([[1], [2]]), lambda: "".join([1]), lambda: "".join(5), lambda: ",".join(["a", None]), lambda: sorted([1, "a"]),
                 lambda: [3, None].sort(), lambda: max(1, "a"), lambda: min([]), lambda: all(5), lambda: any(None), lambda: b"".join(["a"]),
                 mutate_dict, mutate_set, delete_in_dict, reuse, again, running, raise_int, raise_string, raise_class_with_arguments, raise_none,
                 raise_from_int, bare, catch_int, catch_class, no_context, assertion, bare_assertion, tuple_message, recursion, stop_iteration):
    try:
        print(function())
    except Exception as error:
        cause = f" cause {error.__cause__!r}" if error.__cause__ else ""
        print(type(error).__name__, error, f"context {error.__context__!r}" if error.__context__ else "", cause)
