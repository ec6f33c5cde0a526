def attempt(function):
    try:
        function()
    except BaseException as error:
        print(function.__name__, repr(error))
        print("   context", repr(error.__context__), "cause", repr(error.__cause__))
        if isinstance(error, BaseExceptionGroup):
            for inner in error.exceptions:
                print("   inner", repr(inner), "context", repr(inner.__context__))
    else:
        print(function.__name__, "ended")


def new_error():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")


def two_new():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("a")
    except* TypeError:
        raise OSError("b")


def again():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError:
        pass


def same():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        raise group
    except* TypeError:
        raise


def with_cause():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as group:
        raise RuntimeError("because") from group


def one_naked():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise


def wrong_type():
    try:
        raise ValueError("naked")
    except* ExceptionGroup:
        pass


def no_type():
    try:
        raise ValueError("naked")
    except* 3:
        pass


for function in (new_error, two_new, again, same, with_cause, one_naked, wrong_type, no_type):
    attempt(function)
