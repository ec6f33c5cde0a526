try: input("prompt> ")
except EOFError as error: print("|", error, type(error).__name__)
try: input()
except EOFError as error: print(repr(error))
for call in (exit, quit):
    try: call()
    except SystemExit as error: print(repr(error), error.code)
for code in (0, 3, "text", None):
    try: exit(code)
    except SystemExit as error: print(repr(error), error.code)
import sys
try: sys.exit("bye")
except SystemExit as error: print(error.code, error.args)
print(__name__, __debug__, __doc__, Ellipsis, NotImplemented, type(copyright).__name__ != "", id(None) == id(None), callable(exit), repr(exit), quit)
