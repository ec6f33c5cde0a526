x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "changed"
        return sorted(locals()), x
    result = inner()
    return result, x, sorted(locals()), "x" in globals(), globals()["x"]
print(outer(), x)
def local_names(a, b=2, *args, c, **kw):
    d = a
    return sorted(locals().items(), key=str)
print(local_names(1, c=3, z=9))
class C:
    y = 5
    names = sorted(n for n in list(vars()) if not n.startswith("__"))
    doubled = y * 2
print(C.names, C.doubled, "y" in vars(C), C.__dict__["y"], type(C.__dict__).__name__, [k for k in C.__dict__ if not k.startswith("__")])
def counter():
    counter.calls = getattr(counter, "calls", 0) + 1
    return counter.calls
print(counter(), counter(), counter.calls, counter.__dict__, vars(counter))
globals()["made"] = 1; made += 1; print(made, globals()["made"]); del globals()["made"]; print("made" in globals())
try: made
except NameError as error: print(error)
def setter():
    global fresh
    fresh = "set"
setter(); print(fresh, "fresh" in globals(), globals().get("nope", "none"), [k for k in globals() if k in ("x", "C", "outer", "fresh")])
import math, types
print("sqrt" in vars(math), vars(math)["pi"] == math.pi, math.__dict__["e"] == math.e, types.SimpleNamespace(a=1).__dict__, vars(types.SimpleNamespace(b=2)))
env = {"base": 10}
exec("def add(n):\n    return base + n\nvalue = add(5)\nbase = 20", env); print(env["value"], env["base"], env["add"](1), "add" in globals())
print(eval("add(2)", env), eval("base * k", env, {"k": 3}), eval("[base for _ in range(2)]", env), eval("sorted(d)", {"d": "cab"}), eval("(lambda a: a + 1)(1)"), eval("x", {"x": "own"}), eval("x"))
code = "total = sum(values)\naverage = total / len(values)"; scope = {"values": [1, 2, 6]}; exec(code, scope); print(scope["total"], scope["average"])
exec(compile("for k in range(2):\n    print('compiled', k)", "<gen>", "exec")); print(k)
functions = {}
for name in ("double", "square"): exec(f"def {name}(v): return v {'* 2' if name == 'double' else '** 2'}", functions)
print(functions["double"](4), functions["square"](4), eval("double(square(3))", functions))
ops = {"+": "a + b", "max": "max(a, b)"}; print({k: eval(v, {"a": 2, "b": 5}) for k, v in ops.items()})
try: exec("def broken(:\n pass")
except SyntaxError as error: print(type(error).__name__, error.lineno)
try: eval("undefined_thing + 1")
except NameError as error: print(error)
try: exec("raise KeyError('in exec')")
except KeyError as error: print(repr(error))
class Record:
    def __init__(self, **kw): vars(self).update(kw)
    def __repr__(self): return f"Record({vars(self)})"
r = Record(a=1, b=[2]); vars(r)["c"] = 3; r.__dict__["a"] += 10; print(r, r.c, r.a, {**vars(r)}, list(r.__dict__), len(vars(r)), r.__dict__ is vars(r)); r.__dict__.clear(); print(r, hasattr(r, "a")); r.__dict__ = {"z": 26}; print(r.z, r)
