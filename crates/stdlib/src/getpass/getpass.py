"""getpass: the machine has one user and no terminal without echo."""

import os as _os
import sys as _sys


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    print(prompt, end="", file=stream or _sys.stderr)
    return input()


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = _os.environ.get(name)
        if user:
            return user
    return "user"
