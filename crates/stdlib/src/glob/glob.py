"""`glob`: the paths that a shell pattern names, sorted within a folder.
"""

import fnmatch
import os


def has_magic(s):
    return any([c in s for c in ("*?[" if isinstance(s, str) else b"*?[")])


def escape(pathname):
    return "".join([f"[{c}]" if c in "*?[" else c for c in pathname])


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(
        iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden)
    )


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    root = "" if root_dir is None else os.fspath(root_dir)
    paths = _search(root, pathname, recursive, False, include_hidden)
    if not pathname or (recursive and pathname[:2] == "**"):
        paths = [path for path in paths if path]
    return iter(paths)


def _search(root, pathname, recursive, folders_only, hidden):
    folder, base = os.path.split(pathname)
    if not has_magic(pathname):
        if base:
            found = os.path.lexists(os.path.join(root, pathname))
        else:
            found = os.path.isdir(os.path.join(root, folder))
        return [pathname] if found else []
    if not folder:
        return _in_folder(root, base, recursive, folders_only, hidden)
    if folder != pathname and has_magic(folder):
        folders = _search(root, folder, recursive, True, hidden)
    else:
        folders = [folder]
    paths = []
    for folder in folders:
        here = os.path.join(root, folder)
        if has_magic(base):
            names = _in_folder(here, base, recursive, folders_only, hidden)
        elif base:
            names = [base] if os.path.lexists(os.path.join(here, base)) else []
        else:
            names = [base] if os.path.isdir(here) else []
        paths += [os.path.join(folder, name) for name in names]
    return paths


def _names(folder, folders_only):
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return []
    return [name for name in names if not folders_only or os.path.isdir(os.path.join(folder, name))]


def _in_folder(folder, pattern, recursive, folders_only, hidden):
    if recursive and pattern == "**":
        if folder and not os.path.isdir(folder):
            return []
        return [""] + _below(folder, folders_only, hidden)
    names = _names(folder, folders_only)
    if not hidden and not pattern.startswith("."):
        names = [name for name in names if not name.startswith(".")]
    return fnmatch.filter(names, pattern)


def _below(folder, folders_only, hidden):
    paths = []
    for name in _names(folder, folders_only):
        if hidden or not name.startswith("."):
            paths.append(name)
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                paths += [os.path.join(name, below) for below in _below(path, folders_only, hidden)]
    return paths
