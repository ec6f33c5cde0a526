# modules that import each other
try:
    import first
except ImportError as error:
    print(type(error).__name__, error)
try:
    import alpha
except AttributeError as error:
    print(type(error).__name__, error)
import left

print(left.call(), left.right.call())
from parent import child

print(child.name())
