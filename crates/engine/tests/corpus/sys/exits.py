"""sys.exit: codes, texts, and where it can be caught."""
import sys

for args in ((), (None,), (0,), (3,), ("a text",), ((1, 2),), (2.5,), ([1],)):
    try:
        sys.exit(*args)
    except SystemExit as error:
        print(repr(error), error.code, error.args)


def leave():
    try:
        sys.exit("leaving with a text")
    finally:
        print("finally runs")


try:
    leave()
except Exception:
    print("not an Exception")
