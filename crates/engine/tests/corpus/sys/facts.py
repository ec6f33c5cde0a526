"""What sys says about the interpreter."""
import sys

print(sys.version_info, sys.version_info >= (3, 8), sys.version_info < (3,), sys.version_info[:2], sys.version_info.minor)
print(sys.version.split()[0], "%d.%d" % sys.version_info[:2], sys.hexversion == 0x030B07F0, sys.version_info.releaselevel)
print(sys.platform, sys.byteorder, sys.maxsize, sys.maxunicode, sys.implementation.name, sys.implementation.cache_tag)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.min, sys.int_info.bits_per_digit)
print(sys.int_info, sys.hash_info.width, sys.hash_info.modulus, sys.thread_info.name, sys.flags.debug, sys.flags.optimize)
print(sys.float_info)
print(type(sys.argv), len(sys.argv), sys.argv[1:], type(sys.path), isinstance(sys.executable, str))
print("sys" in sys.modules, sys.modules["sys"] is sys, "__main__" in sys.modules, "json" in sys.stdlib_module_names)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getrecursionlimit(), sys.api_version, sys.abiflags == "")
print(sys.intern("word") is sys.intern("word"), sys.get_int_max_str_digits(), sys.is_finalizing(), sys.gettrace(), sys.getprofile())
print(sys.getswitchinterval(), hasattr(sys, "ps1"), hasattr(sys, "maxint"), getattr(sys, "frozen", False), hasattr(sys, "_MEIPASS"))
sys.setswitchinterval(0.001)
print(round(sys.getswitchinterval(), 6))
for wrong in (
    lambda: sys.intern(5),
    lambda: sys.setrecursionlimit(0),
    lambda: sys.setrecursionlimit("many"),
    lambda: sys.setswitchinterval(0),
    lambda: sys.exit(1, 2),
):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
