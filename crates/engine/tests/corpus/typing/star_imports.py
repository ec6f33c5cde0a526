T = "mine"
from typing import *
print(T, List[int], Optional, cast(int, 3), NamedTuple is not None, TYPE_CHECKING)
from contextlib import *
with suppress(ValueError):
    raise ValueError
from signal import *
print(repr(SIGINT), SIGTERM.name, callable(signal))
from logging import *
basicConfig(level=INFO)
print(getLogger("a").name, DEBUG)
