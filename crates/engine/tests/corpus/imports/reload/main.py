# importlib: by name, again, and what is not there
import importlib
import importlib.util
import sys

counter = importlib.import_module("counter")
print(counter.count, counter.bump(), counter.bump())
again = importlib.reload(counter)
print(again is counter, counter.count)
print(importlib.import_module("tools.text").shout("hi"), importlib.import_module(".text", package="tools").__name__)
module = __import__("tools.text")
print(module.__name__, __import__("tools.text", fromlist=["shout"]).__name__)
for name in ("nothing_here", "tools.nothing", "counter.inner", "nothing.at.all"):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(error, "|", error.name)
print(importlib.util.find_spec("counter") is not None, importlib.util.find_spec("nothing_here"))
handlers = {name: getattr(importlib.import_module(f"plugins.{name}"), "run") for name in ("add", "mul")}
print({name: run(3, 4) for name, run in handlers.items()})
sys.modules["made_up"] = counter
import made_up

print(made_up is counter)
del sys.modules["counter"]
import counter as fresh

print(fresh is counter, fresh.count)
try:
    importlib.import_module(".text")
except TypeError as error:
    print(error)
