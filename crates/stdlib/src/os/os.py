"""`os` as far as a script without files needs it. Owns the environment, which is empty but for a few names.
"""

import os.path as path

environ = {"HOME": "/home/user", "USER": "user", "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}


def getenv(key, default=None):
    return environ.get(key, default)


def getcwd():
    return "/home/user"


def getlogin():
    return "user"


def process_cpu_count():
    return cpu_count()


def sched_getaffinity(pid):
    return set(range(cpu_count()))


def fspath(value):
    if isinstance(value, (str, bytes)):
        return value
    return value.__fspath__()


def strerror(code):
    return {1: "Operation not permitted", 2: "No such file or directory", 13: "Permission denied"}.get(
        code, f"Unknown error {code}"
    )
