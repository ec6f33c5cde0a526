"""`pickle`: the module's functions and classes over the native format.
"""

from _pickle import DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, PickleError, PicklingError, UnpicklingError, _dumps, _loads

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"]


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    return _dumps(obj, protocol)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return _loads(data)[0]


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    file.write(_dumps(obj, protocol))


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    seekable = hasattr(file, "seek")
    start = file.tell() if seekable else 0
    value, length = _loads(file.read())
    if seekable:
        file.seek(start + length)
    return value


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        for hook in ("persistent_id", "reducer_override"):
            if hasattr(self, hook):
                raise NotImplementedError(f"Pickler.{hook} is not available in Interleave")
        self._file = file
        self._protocol = protocol

    def dump(self, obj):
        self._file.write(_dumps(obj, self._protocol))

    def clear_memo(self):
        pass


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        for hook in ("persistent_load", "find_class"):
            if hasattr(self, hook):
                raise NotImplementedError(f"Unpickler.{hook} is not available in Interleave")
        self._file = file

    def load(self):
        return load(self._file)
