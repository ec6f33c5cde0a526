"""`aiofiles.os`: the machine's files for tasks.
"""

import os as _os

from aiofiles import _in_pool


def _wrapped(function):
    async def run(*args, loop=None, executor=None, **options):
        return await _in_pool(function, *args, _loop=loop, _executor=executor, **options)

    run.__name__ = function.__name__
    return run


stat = _wrapped(_os.stat)
rename = _wrapped(_os.rename)
replace = _wrapped(_os.replace)
remove = _wrapped(_os.remove)
unlink = _wrapped(_os.unlink)
mkdir = _wrapped(_os.mkdir)
makedirs = _wrapped(_os.makedirs)
rmdir = _wrapped(_os.rmdir)
listdir = _wrapped(_os.listdir)
getcwd = _wrapped(_os.getcwd)


class path:
    exists = staticmethod(_wrapped(_os.path.exists))
    isfile = staticmethod(_wrapped(_os.path.isfile))
    isdir = staticmethod(_wrapped(_os.path.isdir))
    getsize = staticmethod(_wrapped(_os.path.getsize))
    getmtime = staticmethod(_wrapped(_os.path.getmtime))
