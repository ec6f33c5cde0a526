# a module whose body raises is not kept, and is tried again
import sys

for attempt in range(2):
    try:
        import broken
    except ValueError as error:
        print(attempt, error, "broken" in sys.modules)
try:
    import imports_broken
except ValueError as error:
    print(error, "imports_broken" in sys.modules)
import flaky

flaky.ready = True
try:
    from flaky import missing
except ImportError as error:
    print(error.name, str(error).startswith("cannot import name 'missing' from 'flaky'"))
import broken
