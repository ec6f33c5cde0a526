import sys
import traceback


def inner(n):
    return 10 // n


def outer(n):
    return inner(n) + 1


try:
    outer(0)
except ZeroDivisionError:
    print(traceback.format_exc(), end="")
    traceback.print_exc(file=sys.stdout)
    traceback.print_exc(limit=1, file=sys.stdout)
    traceback.print_exc(limit=-1, file=sys.stdout)

try:
    try:
        outer(0)
    except ZeroDivisionError as error:
        raise ValueError("no result") from error
except ValueError as error:
    text = "".join(traceback.format_exception(error))
    print(text)
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    print(text.count("Traceback"), text.splitlines()[-1])
    print("".join(traceback.format_exception(error, chain=False)))
    print(traceback.format_exception_only(error))
    print(traceback.format_exception_only(type(error), error))
    print("".join(traceback.format_exception(type(error), error, None, chain=False)))

print(traceback.format_exc())
