# Parameters and arguments in an order or of a kind that can't be.
import traceback
import warnings

warnings.simplefilter("ignore")
SOURCES = r"""
def f(a, a): pass
====
def f(a=1, b): pass
====
def f(*a, *b): pass
====
def f(**a, b): pass
====
def f(**a, **b): pass
====
def f(*): pass
====
def f(*, **k): pass
====
def f(/): pass
====
def f(a, /, b, /): pass
====
def f(*, a, /): pass
====
def f(a, *, *b): pass
====
def f(*a=1): pass
====
def f(**k=1): pass
====
def f(1): pass
====
def f('a'): pass
====
def f(a.b): pass
====
def f((a, b)): pass
====
def f(a b): pass
====
def f(a,,b): pass
====
def f(,): pass
====
def f(a, b=): pass
====
def f(a: ): pass
====
def f(self, x=1, y): pass
====
f(a=1, 2)
====
f(**a, 2)
====
f(**a, *b)
====
f(a=1, a=2)
====
f(a.b=1)
====
f(1=2)
====
f('a'=1)
====
f(a+b=1)
====
f(a()=1)
====
f(a=)
====
f(a, b=)
====
f(=1)
====
f(a,,b)
====
f(,)
====
f(a b)
====
f(a 1)
====
f('a' b)
====
f('a', 'b' c)
====
f(a, b c, d)
====
f(x for x in y, 2)
====
f(a=1, *b, c)
====
f(*a, b=1, c)
====
class A(x for x in y): pass
====
class A(a=1, 2): pass
====
def f(a, b) = 1
====
def f a: pass
====
def f: pass
====
def (a): pass
====
def 1f(): pass
====
def f(a)): pass
====
lambda a, a: 1
====
lambda a=1, b: 1
====
lambda *: 1
====
lambda *a, *b: 1
====
lambda (a, b): 1
====
def f(x, *, y=1, x): pass
====
def f(a=1, /, b): pass
====
f(**a=1)
====
f(*a=1)
====
f(print x)
====
f(if x)
====
f(x if y)
====
f(lambda: )
====
f(a := 1 := 2)
====
f(a=b:=1)
====
f(not)
====
f(yield)
====
f(**)
====
f(1 2 3)
====
f(a
b)
====
foo(a, b
    c)
====
[1 2]
====
[1, 2 3]
====
{1 2}
====
{'a' 1}
====
{'a': 1 'b': 2}
====
{'a': }
====
{'a': 1, 'b'}
====
{'a': 1, **}
====
{'a', 'b': 1}
====
{**a, b}
====
{*a: 1}
====
{'a': *b}
====
(a b)
====
(a, b c)
====
(1, 2 3, 4)
====
x[1 2]
====
x[a b]
====
x[]
====
x[1:2:3:4]
====
x.
====
x.1
====
x..y
====
x.(y)
====
a.b c.d
====
x = 'a' 1
====
x = 1 'a'
====
x = [a for a in b c]
====
x = [a for a b]
====
x = [for a in b]
====
x = [a for 1 in b]
====
x = [*a for a in b]
====
x = [a, b for a in c]
====
x = [(a, b for a in c)]
====
{**a for a in b}
====
{a: b for a in b, c}
====
x = [a async for a in b]
====
[x for x in y if]
====
[x for x in y else z]
====
[x if y for y in z]
"""


def told(source):
    try:
        compile(source, "text.py", "exec")
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(type(error), error)), end="")
        print(error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print("fine")


for number, source in enumerate(SOURCES.strip("\n").split("\n====\n")):
    print("--", number)
    told(source + "\n")
