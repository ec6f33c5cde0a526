# a module that is nowhere: fallbacks
try:
    import ujson_does_not_exist as json
except ImportError:
    import json
print(json.dumps({"a": 1}))
try:
    import not_there
except ModuleNotFoundError as error:
    print(error, error.name, error.path, error.msg)
try:
    import not_there.inside
except ImportError as error:
    print(type(error).__name__, error)
try:
    from not_there import thing
except Exception as error:
    print(type(error).__mro__[1].__name__, error)
try:
    from not_there import *
except:
    print("bare except")
try:
    import json.nothing
except ModuleNotFoundError as error:
    print(error)
try:
    import time.nothing
except ModuleNotFoundError as error:
    print(error)
try:
    from . import sibling
except ImportError as error:
    print(error)
try:
    from .sibling import name
except ImportError as error:
    print(error)


def optional():
    try:
        import colour_does_not_exist
    except ImportError:
        colour_does_not_exist = None
    return colour_does_not_exist


print(optional())
try:
    from json import no_such_name
except ImportError as error:
    print(error.name, str(error).split(" (")[0])
try:
    from time import no_such_name
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    json.no_such_name
except AttributeError as error:
    print(error)
print(hasattr(json, "no_such_name"), getattr(json, "no_such_name", 0))
for wrong in (5, ""):
    try:
        __import__(wrong)
    except (TypeError, ValueError) as error:
        print(error)
