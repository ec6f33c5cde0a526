"""`importlib`: importing by name. The machine does the work; this part resolves relative names.
"""

from _builtins import _import_module, _reload_module


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip("."))
        base = package.rsplit(".", level - 1)
        if len(base) < level:
            raise ImportError("attempted relative import beyond top-level package")
        name = f"{base[0]}.{name[level:]}" if name[level:] else base[0]
    return _import_module(name)


def reload(module):
    return _reload_module(module)


def invalidate_caches():
    pass
