import sys

for attempt in ("import no_such_module", "from os import no_such_name", "import time.no_such", "from no_such_package.inner import x",
                "from math import pi, nothing", "import sys.path", "from collections import abc2", "from . import sibling", "from .pkg import y"):
    try:
        exec(attempt)
    except ImportError as error:
        text = str(error)
        print(attempt, "->", type(error).__name__, text.split(" (")[0], error.name)
try:
    import definitely_missing
except ModuleNotFoundError as error:
    print(error, error.name, error.path, isinstance(error, ImportError))
try:
    import fast_json as json
except ImportError:
    import json
print(json.dumps([1]))
try:
    from functools import cache
except ImportError:
    cache = None
print(cache is not None, "no_such_module" in sys.modules)
if sys.version_info >= (3, 8):
    from math import prod
else:
    prod = None
print(prod([2, 3]))


def lazy():
    import string
    return string.digits


print(lazy(), "string" in dir())
