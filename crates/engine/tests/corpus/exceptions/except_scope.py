def find(items, wanted):
    for i, item in enumerate(items):
        try:
            if item == wanted:
                return i
            if item is None:
                raise ValueError("hole")
        except ValueError as error:
            print("skip", error)
            continue
        finally:
            print("looked at", i)
    return -1


print(find([1, None, 3], 3), find([], 1))
e = "kept"


def g():
    try:
        raise KeyError("k")
    except KeyError as e:
        inner = [repr(e) for _ in range(2)]
    return inner


print(g(), e)
