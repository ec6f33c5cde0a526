def run(exceptions):
    try:
        raise ExceptionGroup("all", exceptions)
    except* ValueError as group:
        print("values", group.exceptions)
    except* (TypeError, KeyError) as group:
        print("types and keys", group.exceptions)
    else:
        print("nothing")
    finally:
        print("finally")


run([ValueError(1), TypeError(2), ValueError(3), KeyError(4)])
run([ValueError(1)])
try:
    run([OSError("left"), ValueError(1)])
except ExceptionGroup as group:
    print("left over", repr(group))


def naked(error):
    try:
        if error:
            raise error
    except* ValueError as group:
        print(repr(group), type(group).__name__)
    else:
        print("no error")


naked(ValueError("naked"))
naked(None)
try:
    naked(TypeError("passes"))
except TypeError as error:
    print("passed", error)

nested = ExceptionGroup("o", [ExceptionGroup("i", [ValueError("deep"), TypeError("kept")]), ValueError("flat")])
try:
    try:
        raise nested
    except* ValueError as group:
        print(repr(group))
except ExceptionGroup as group:
    print(repr(group))

for kind in (ValueError, TypeError):
    try:
        for number in range(3):
            try:
                raise ExceptionGroup("loop", [kind(number)])
            except* ValueError:
                for inner in range(2):
                    if inner:
                        break
                print("handled", number)
    except* TypeError as group:
        print("outer", repr(group))
try:
    print(group)
except NameError as error:
    print(error)
