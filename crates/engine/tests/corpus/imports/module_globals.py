"""The script's own module."""
import sys

print(__name__, __doc__, __package__, __spec__, __loader__ is None or True)
print(sys.modules["__main__"] is sys.modules[__name__], sys.modules[__name__].__doc__)
this = sys.modules[__name__]
this.added = 1
print(added)
setattr(this, "more", 2)
print(more, hasattr(this, "nothing"))
import os.path
import collections.abc as abc_
from os import path as p, sep

print(os.path is p, sep, abc_.Iterable.__name__)
import concurrent.futures

print(concurrent.futures.ThreadPoolExecutor.__name__)
from concurrent import futures
from concurrent.futures import Future as F, as_completed

print(futures is concurrent.futures, F.__name__, as_completed.__name__)
print("threading" in sys.modules, "os" in sys.modules, "json" in sys.modules)
import json

print("json" in sys.modules, sys.modules["json"] is json, type(json).__name__)
import time as t, math as m, random as r

print(t.__name__, m.__name__, r.__name__)


def f():
    global late
    import string as late

    return late.digits


print(f(), late.__name__)


class Holder:
    import math

    def area(self):
        return round(self.math.pi, 3)


print(Holder().area(), Holder.math is m)
