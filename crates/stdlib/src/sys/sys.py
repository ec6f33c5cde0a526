"""`sys` as far as a script needs it. Owns no state of the interpreter.
"""

_PATCH = {9: 18, 10: 13, 11: 7, 12: 1, 13: 0, 14: 0}


def _record(kind, **fields):
    # A tuple with named fields, made once.
    names = tuple(fields)

    def represent(self):
        return f"{kind}({', '.join([f'{name}={value!r}' for name, value in zip(names, self)])})"

    body = {"__module__": "sys", "__repr__": represent, "n_fields": len(names)}
    for index, name in enumerate(names):
        body[name] = property(lambda self, index=index: self[index])
    return type(kind.split(".")[-1], (tuple,), body)(fields.values())


_micro = _PATCH.get(_minor, 0)
version_info = _record("sys.version_info", major=3, minor=_minor, micro=_micro, releaselevel="final", serial=0)
version = f"3.{_minor}.{_micro} (main, Jan  5 2026, 09:00:00) [GCC 12.2.0]"
hexversion = 3 << 24 | _minor << 16 | _micro << 8 | 0xF0
api_version = 1013
copyright = "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved."
abiflags = ""
platlibdir = "lib"
base_prefix = exec_prefix = base_exec_prefix = prefix
maxunicode = 1114111
float_repr_style = "short"
dont_write_bytecode = False
pycache_prefix = None
warnoptions = []
_xoptions = {}
orig_argv = [executable] + argv
builtin_module_names = ("_abc", "builtins", "errno", "gc", "itertools", "marshal", "posix", "sys", "time")
meta_path = []
path_hooks = []
path_importer_cache = {}
flags = _record(
    "sys.flags",
    debug=0,
    inspect=0,
    interactive=0,
    optimize=0,
    dont_write_bytecode=0,
    no_user_site=0,
    no_site=0,
    ignore_environment=0,
    verbose=0,
    bytes_warning=0,
    quiet=0,
    hash_randomization=1,
    isolated=0,
    dev_mode=False,
    utf8_mode=0,
    warn_default_encoding=0,
    safe_path=False,
    int_max_str_digits=4300,
)
float_info = _record(
    "sys.float_info",
    max=1.7976931348623157e308,
    max_exp=1024,
    max_10_exp=308,
    min=2.2250738585072014e-308,
    min_exp=-1021,
    min_10_exp=-307,
    dig=15,
    mant_dig=53,
    epsilon=2.220446049250313e-16,
    radix=2,
    rounds=1,
)
int_info = _record(
    "sys.int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640
)
hash_info = _record(
    "sys.hash_info",
    width=64,
    modulus=2305843009213693951,
    inf=314159,
    nan=0,
    imag=1000003,
    algorithm="siphash13",
    hash_bits=64,
    seed_bits=128,
    cutoff=0,
)
thread_info = _record("sys.thread_info", name="pthread", lock="semaphore", version="NPTL 2.36")


class _Implementation:
    def __init__(self):
        self.name = "cpython"
        self.cache_tag = f"cpython-3{_minor}"
        self.version = version_info
        self.hexversion = hexversion
        self._multiarch = "x86_64-linux-gnu"

    def __repr__(self):
        return f"namespace({', '.join([f'{name}={value!r}' for name, value in vars(self).items()])})"


implementation = _Implementation()
stdlib_module_names = frozenset((
    "abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii "
    "bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys "
    "compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses "
    "dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno "
    "faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass "
    "gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect "
    "io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math "
    "mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers "
    "opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib "
    "poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue "
    "quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex "
    "shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants "
    "sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog "
    "tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize "
    "tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu "
    "uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile "
    "zipimport zlib zoneinfo "
).split())
path = ["/home/user"]
modules = _modules()


def exit(*status):
    if len(status) > 1:
        raise TypeError(f"exit expected at most 1 argument, got {len(status)}")
    status = status[0] if status else None
    if isinstance(status, tuple):
        raise SystemExit(*status)
    if status is None:
        raise SystemExit
    raise SystemExit(status)


def exception():
    return exc_info()[1]


def excepthook(exctype, value, traceback, /):
    import _start

    _start.print_exception(value, "")


def unraisablehook(unraisable, /):
    import _start

    _start.print_exception(unraisable.exc_value, f"{unraisable.err_msg or 'Exception ignored in'}: {unraisable.object!r}\n")


def displayhook(value, /):
    if value is not None:
        print(repr(value))


__excepthook__, __unraisablehook__, __displayhook__ = excepthook, unraisablehook, displayhook


def getswitchinterval():
    return _switch_interval()


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def get_int_max_str_digits():
    return 4300


def intern(string, /):
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {type(string).__name__}")
    return string


def is_finalizing():
    return False


def gettrace():
    return None


getprofile = gettrace


def settrace(function, /):
    if function is not None:
        _refuse("sys.settrace(): a run is watched on its timeline")


def setprofile(function, /):
    if function is not None:
        _refuse("sys.setprofile(): a run is watched on its timeline")


def getrefcount(object, /):
    _refuse("sys.getrefcount(): references are not counted here")


def breakpointhook(*args, **kwargs):
    import os

    wanted = os.environ.get("PYTHONBREAKPOINT") or "pdb.set_trace"
    if wanted == "0":
        return None
    module, _, name = wanted.rpartition(".")
    try:
        hook = getattr(__import__(module or "builtins", fromlist=[name]), name)
    except (ImportError, AttributeError):
        import warnings

        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{wanted}"', RuntimeWarning)
        return None
    return hook(*args, **kwargs)


__breakpointhook__ = breakpointhook


if _minor >= 13:

    def _is_gil_enabled():
        return _gil()


class asyncgen_hooks(tuple):
    firstiter = property(lambda self: self[0])
    finalizer = property(lambda self: self[1])


def get_asyncgen_hooks():
    return asyncgen_hooks(_asyncgen_hooks())
