for source in ("1 +", "x = ", "def f(:", "if x\n  pass", "return 1", "f(a=1, 2)", "'abc", "(1, 2", "x = 1 2", "break", "a b", "1 = x", "f() = 2", "None = 1",
               "for", "import", "print 'x'", "x +* 2", "def f(a, a): pass", "nonlocal x", "await x", "yield 1", "class", "lambda: (yield", "]", "{1: 2", "x = [1, 2", "  x = 1",
               "if True:\nx = 1", "else: pass", "try: pass", "del f()", "f(**k, *a)", "x := 1", "a.b := 1", "global x; x = 1", "with open('f') as 1: pass"):
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg, error.lineno)
print(eval("1 + 2 * 3"), eval("[x for x in range(3)]"), eval("a + b", {"a": 1, "b": 2}))
space = {}
exec("x = 5\ndef f(n):\n    return n * x\ny = f(2)", space)
print(space["y"], space["f"](3))
for source in ("1 / 0", "undefined", "[][1]", "int('x')"):
    try:
        eval(source)
    except Exception as error:
        print(source, type(error).__name__, error)
