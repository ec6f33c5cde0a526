"""`multiprocessing.heap`: pieces of memory that processes share.
"""

from _shared_memory import _allocate, _load, _read, _store, _write


class BufferWrapper:
    """A piece of shared memory, zeroed; pickled it stays the same piece."""

    def __init__(self, size):
        if size < 0:
            raise ValueError("Size {0:n} out of range".format(size))
        self._block = _allocate(size)

    def read(self, code, offset):
        return _read(self._block, code, offset)

    def write(self, code, offset, value):
        _write(self._block, code, offset, value)

    def load(self, start, stop):
        return _load(self._block, start, stop)

    def store(self, start, data):
        _store(self._block, start, data)
