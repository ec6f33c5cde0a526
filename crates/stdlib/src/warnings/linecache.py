"""`linecache`: lines of the scenario's files. Owns no cache.
"""


def getlines(filename, module_globals=None):
    return _text(filename).splitlines(True)


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    if 1 <= lineno <= len(lines):
        line = lines[lineno - 1]
        return line if line.endswith("\n") else line + "\n"
    return ""


def clearcache():
    pass


def checkcache(filename=None):
    pass
