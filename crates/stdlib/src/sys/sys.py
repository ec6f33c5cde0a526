"""`sys` as far as a script needs it. Owns no state of the interpreter.
"""

_PATCH = {9: 18, 10: 13, 11: 7, 12: 1, 13: 0, 14: 0}


class version_info_type(tuple):
    @property
    def major(self):
        return self[0]

    @property
    def minor(self):
        return self[1]

    @property
    def micro(self):
        return self[2]

    @property
    def releaselevel(self):
        return self[3]

    @property
    def serial(self):
        return self[4]

    def __repr__(self):
        return (
            f"sys.version_info(major={self[0]}, minor={self[1]}, micro={self[2]}, "
            f"releaselevel={self[3]!r}, serial={self[4]})"
        )


version_info = version_info_type((3, _minor, _PATCH.get(_minor, 0), "final", 0))
version = f"3.{_minor}.{_PATCH.get(_minor, 0)} (main, Interleave) [Rust]"
hexversion = 3 << 24 | _minor << 16 | _PATCH.get(_minor, 0) << 8 | 0xF0
path = ["/home/user"]
modules = _modules()


def exit(status=None, /):
    if isinstance(status, tuple):
        raise SystemExit(*status)
    if status is None:
        raise SystemExit
    raise SystemExit(status)


def getswitchinterval():
    return _switch_interval()


def getrecursionlimit():
    return 1000


def getdefaultencoding():
    return "utf-8"


def intern(text):
    return text


if _minor >= 13:

    def _is_gil_enabled():
        return _gil()


class asyncgen_hooks(tuple):
    firstiter = property(lambda self: self[0])
    finalizer = property(lambda self: self[1])


def get_asyncgen_hooks():
    return asyncgen_hooks(_asyncgen_hooks())
