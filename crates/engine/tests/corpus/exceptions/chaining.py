def f():
    try:
        {}["missing"]
    except KeyError as error:
        raise ValueError("bad input") from error


try:
    f()
except ValueError as error:
    print(error, repr(error.__cause__))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined
except NameError as error:
    print(error, repr(error.__context__), error.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
except KeyError as error:
    print(repr(error), error.__suppress_context__)
