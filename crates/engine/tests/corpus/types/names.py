import types
from types import SimpleNamespace, MappingProxyType


def generator():
    yield 1


class C:
    def method(self):
        pass


print(isinstance(generator, types.FunctionType), isinstance(lambda: 0, types.LambdaType))
print(isinstance(generator(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType))
print(isinstance(C().method, types.MethodType), isinstance(types, types.ModuleType))
print(types.FunctionType, types.MethodType, types.GeneratorType, types.NoneType, types.ModuleType)
ns = SimpleNamespace(a=1, b=[2], name="x")
ns.c = ns.a + 1
print(ns, ns == SimpleNamespace(a=1, b=[2], name="x", c=2), vars(ns))
ns.me = ns
print(ns)
config = {"host": "local", "port": 80}
view = MappingProxyType(config)
print(view, view["host"], len(view), list(view), "port" in view, dict(view), view.get("none", 5))
config["port"] = 81
print(view["port"], type(view))
try:
    view["x"] = 1
except TypeError as error:
    print(error)
module = types.ModuleType("made")
module.value = 42
print(module.__name__, module.value)
Made = types.new_class("Made", (C,), {}, lambda ns: ns.update(answer=lambda self: 42))
print(Made.__name__, Made().answer(), Made.__mro__[1].__name__)
bound = types.MethodType(lambda self, n: (self, n), "me")
print(bound(3))
