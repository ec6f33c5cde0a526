"""`multiprocessing.reduction`: values as the bytes that go from one process to another.

A comment `# @n` names the line that CPython 3.11 shows in tracebacks.
"""

import copyreg
from _pickle import _dumps, _loads

__all__ = ["ForkingPickler", "dump", "register"]


class ForkingPickler:
    @classmethod
    def register(cls, type, reduce):
        copyreg.pickle(type, reduce)

    def __init__(self, out, protocol=None):
        self._out = out
        self._protocol = protocol

    def dump(self, obj):
        self._out.append(_dumps(obj, self._protocol))

    @classmethod
    def dumps(cls, obj, protocol=None):
        buf = []
        cls(buf, protocol).dump(obj)  # @51
        return buf[0]

    @staticmethod
    def loads(data):
        return _loads(data)[0]


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    file.write(_dumps(obj, protocol))
