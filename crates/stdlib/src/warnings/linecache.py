"""`linecache`: lines of files by number, the scenario's own as they were when the run began.
"""

cache = {}


def clearcache():
    cache.clear()


def checkcache(filename=None):
    if filename is None:
        cache.clear()
    else:
        cache.pop(filename, None)


def updatecache(filename, module_globals=None):
    lines = _text(filename).splitlines(True)
    if not lines:
        try:
            with open(filename) as file:
                lines = file.readlines()
        except (OSError, UnicodeError, ValueError):
            return []
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = (sum([len(line) for line in lines]), None, lines, filename)
    return lines


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def lazycache(filename, module_globals):
    return False
