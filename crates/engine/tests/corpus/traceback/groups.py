import sys
import threading
import traceback


def one():
    raise ValueError("one")


def two():
    try:
        one()
    except ValueError as error:
        raise TypeError("two") from error


def collect(*jobs):
    errors = []
    for job in jobs:
        try:
            job()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("jobs failed", errors)


try:
    collect(one, two)
except ExceptionGroup as group:
    traceback.print_exc(file=sys.stdout)
    print([type(error).__name__ for error in group.exceptions])
    print("".join(traceback.format_exception_only(group)), end="")
try:
    try:
        one()
    except ValueError:
        raise KeyError("context only")
except KeyError as error:
    text = traceback.format_exc()
    print(text.count("During handling"), text.splitlines()[-1])
    print(error.__context__, error.__cause__, error.__suppress_context__)
try:
    try:
        one()
    except ValueError:
        raise KeyError("hidden context") from None
except KeyError:
    print(traceback.format_exc())
error = ValueError("with notes")
error.add_note("first note")
error.add_note("second\nnote")
print("".join(traceback.format_exception(error)))


def failing_thread():
    one()


def hook(args):
    print(args.thread.name, args.exc_type.__name__, args.exc_value)
    traceback.print_tb(args.exc_traceback, file=sys.stdout)


threading.excepthook = hook
thread = threading.Thread(target=failing_thread, name="T")
thread.start()
thread.join()


def recurse(n):
    return recurse(n + 1) if n < 6 else one()


try:
    recurse(0)
except ValueError:
    print(traceback.format_exc())
