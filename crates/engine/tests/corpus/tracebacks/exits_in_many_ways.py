import sys
import atexit

atexit.register(print, "atexit ran")
for value in (None, 0, 3, "text", [1], True):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error), error.code, error.args)
try:
    exit(4)
except SystemExit as error:
    print(error.code)
try:
    quit()
except SystemExit as error:
    print(error.code)
try:
    raise SystemExit
except BaseException as error:
    print(type(error).__name__, error.code)
try:
    try:
        sys.exit("first")
    finally:
        print("finally before exit")
except SystemExit:
    pass
sys.stderr.write("to stderr\n")
raise SystemExit("leaving with words")
