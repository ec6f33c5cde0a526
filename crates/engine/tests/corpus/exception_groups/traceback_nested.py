def fail(kind, text):
    raise kind(text)


def gather():
    errors = []
    for kind, text in ((ValueError, "first"), (KeyError, "second")):
        try:
            fail(kind, text)
        except Exception as error:
            error.add_note(f"while doing {text}")
            errors.append(error)
    inner = ExceptionGroup("inner", [ZeroDivisionError("deep"), TypeError("two\nlines")])
    raise ExceptionGroup("gathered", [*errors, inner])


print("before")
gather()
