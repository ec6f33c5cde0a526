def loud(function):
    def inner(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("gave", result)
        return result

    return inner


def times(n):
    def wrap(function):
        def inner(*args):
            return [function(*args) for _ in range(n)]

        return inner

    return wrap


@loud
@times(2)
def double(x):
    return x * 2


double(21)
