# modules beside the script: every form of import
import helper
import helper as same, numbers_of
from helper import VALUE, greet as hello, Thing
from numbers_of import *

print(helper is same, helper.VALUE, VALUE, hello("you"), Thing().kind)
print(ONE, two(), "_hidden" in globals(), "three" in globals())
print(helper.__doc__, helper.__name__, helper.__package__ == "", helper._private)
VALUE = 5
print(helper.VALUE, helper.read())
helper.VALUE = 99
print(helper.read())


def inside():
    import helper as local
    from helper import Thing as T

    return local.VALUE, T.__module__


print(inside())
for _ in range(2):
    import helper
print("once only")
helper.added = "added later"
from helper import added

print(added, hasattr(helper, "nothing"), getattr(helper, "nothing", "default"))
if __name__ == "__main__":
    print("this is main")
try:
    helper.nothing
except AttributeError as error:
    print(error)
