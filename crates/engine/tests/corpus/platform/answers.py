import getpass
import platform

print(platform.system(), platform.machine(), platform.python_implementation(), platform.architecture()[0])
print(platform.python_version().split(".")[:2], platform.python_version_tuple()[:2], isinstance(platform.node(), str), platform.uname().system)
print(platform.platform().startswith("Linux"), isinstance(platform.release(), str), isinstance(platform.processor(), str))
