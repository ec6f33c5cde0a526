x = 10
print(eval("x + 1"), eval("x * y", {"x": 2, "y": 5}), eval("a + b", {"a": 1}, {"b": 2}), eval(" [i for i in range(3)] "), eval("max(1, 2)"), eval("{'a': 1}"), eval("lambda v: v + 1")(4), eval("x if x > 5 else 0"))
exec("y = x + 5"); print(y)
space = {"n": 3}
exec("m = n * 2\ndef f(v):\n    return v + m\nclass K:\n    z = m", space)
print(space["m"], space["f"](1), space["K"].z, sorted(k for k in space if not k.startswith("__")))
outside = {}
exec("a = 1\nb = a + 1\nc = [a, b]", {}, outside); print(outside)
exec("for i in range(3):\n    print('loop', i)")
code = compile("x * 2", "<text>", "eval"); print(eval(code), type(code).__name__)
code = compile("q = 1\nprint('in code', q)", "<text>", "exec"); exec(code); print(q)
single = compile("x + 1", "<text>", "single")
def local():
    inner = 5
    print(eval("inner + x"), eval("inner", {"inner": 99}), sorted(locals()))
    exec("inner = 7")
    return inner
print(local(), exec("pass"), eval("None"))
globals()["made"] = "by globals"; print(made, "x" in globals(), globals()["x"], locals() is globals(), __name__ == globals()["__name__"])
for text in ("1 +", "x = 1", "nope", "1/0", "(", "import os"):
    try: print(eval(text))
    except Exception as error: print(type(error).__name__, error.args[0] if type(error) is not SyntaxError else "")
try: exec("raise ValueError('from exec')")
except ValueError as error: print(error)
for call in (lambda: eval(3), lambda: exec(None), lambda: eval("x", 3), lambda: compile("a", "b", "c")):
    try: print(call())
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
print(eval("__import__('math').sqrt(16)"), __import__("os.path").__name__, __import__("math").floor(2.5))
