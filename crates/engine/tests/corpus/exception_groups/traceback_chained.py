try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ExceptionGroup("while handling", [ValueError("a")])
except ExceptionGroup as group:
    group.add_note("a note on the group")
    cause = group

try:
    raise TypeError("inside")
except TypeError as error:
    try:
        raise OSError("chained") from error
    except OSError as chained:
        raise ExceptionGroup("last", [chained, ValueError("plain")]) from cause
