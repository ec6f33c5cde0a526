"""platform: the machine is a Linux of 64 bits."""

import sys as _sys
from collections import namedtuple as _namedtuple

uname_result = _namedtuple("uname_result", "system node release version machine")
uname_result.processor = ""
_uname = uname_result("Linux", "localhost", "6.1.0", "#1 SMP", "x86_64")


def uname():
    return _uname


def system():
    return _uname.system


def node():
    return _uname.node


def release():
    return _uname.release


def version():
    return _uname.version


def machine():
    return _uname.machine


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return "64bit", "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return "glibc", "2.36"


def platform(aliased=False, terse=False):
    return "Linux-6.1.0-x86_64-with-glibc2.36" if not terse else "Linux-6.1.0"


def python_implementation():
    return "CPython"


def python_version():
    return "%d.%d.%d" % _sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


python_revision = python_branch


def python_compiler():
    return "GCC 12.2.0"


def python_build():
    return "main", "Jan  5 2026 09:00:00"


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return "", ("", "", ""), ""


def win32_ver(release="", version="", csd="", ptype=""):
    return "", "", "", ""


def freedesktop_os_release():
    return {"NAME": "Debian GNU/Linux", "ID": "debian", "PRETTY_NAME": "Debian GNU/Linux 12 (bookworm)", "VERSION_ID": "12"}
