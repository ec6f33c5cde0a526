# Targets that can't be assigned to.
import traceback
import warnings

warnings.simplefilter("ignore")
SOURCES = r"""
1 = x
====
f() = 1
====
'a' = 1
====
None = 1
====
True = 1
====
x + 1 = 2
====
a, 1 = 2
====
(a, b()) = 1
====
[a, 'x'] = 1
====
a = 1 = b
====
f() += 1
====
x + 1 += 2
====
(a, b) += 1
====
[a] += 1
====
a, b += 1
====
None += 1
====
-x = 1
====
not x = 1
====
a and b = 1
====
a < b = 1
====
x if y else z = 1
====
lambda: 1 = 2
====
{} = 1
====
{1} = 2
====
{'a': 1} = 2
====
[x for x in y] = 1
====
(x for x in y) = 1
====
{x for x in y} = 1
====
{x: x for x in y} = 1
====
f'{x}' = 1
====
... = 1
====
`x` = 1
====
(yield) = 1
====
def f():
    (yield) = 1
====
async def f():
    await x = 1
====
del f()
====
del 1
====
del x + 1
====
del (a, f())
====
del None
====
del
====
del *a
====
del a, *b
====
(a := 1) = 2
====
a := 1
====
f(a.b := 1)
====
(a.b := 1)
====
(a[0] := 1)
====
(1 := 2)
====
x: int: str
====
(a, b): int = 1
====
[a]: int
====
f(): int = 1
====
a, b: int
====
1: int
====
import a.b as c.d
====
import 1
====
from a import
====
from a import (
====
from a import b,
====
from a import *, b
====
from a import b as
====
import a,
====
from . import
====
from import a
====
import
====
from a import b c
====
*a = 1
====
*a, *b = 1
====
a = *b
====
*a
====
print(*)
====
x = *
====
a = yield = 1
====
x == 1 = 2
====
a.b = 1 = c()
====
__debug__ = 1
====
x.True = 1
====
def None(): pass
====
class True: pass
====
def f(None): pass
====
f(None=1)
====
f(True=1)
====
for None in x: pass
====
with a as None: pass
====
with a as f(): pass
====
import x as None
====
except = 1
====
class = 1
====
x.class = 1
====
for = 3
====
x = for
====
a = b = 
====
x =
====
x = = 1
====
x +
====
x + = 1
====
x =+ 
====
x++
====
++x++
====
x--
====
i++;
====
x += 
====
a ? b : c
====
x = a if b
====
x = a if b else
====
x = if a else b
====
a && b
====
a || b
====
!a
====
x <> y
====
x =< 3
====
x => 3
====
x === y
====
not = 1
====
a b
====
a = b c
====
print x
====
print 'a'
====
print 1, 2
====
print
====
print x,
====
print 'a' % b
====
exec 'a'
====
exec code in ns
====
print >>f, x
====
raise E, 'a'
====
raise
====
raise E from
====
return
====
return 1
====
assert
====
assert x,
====
assert x, y, z
====
global
====
nonlocal
====
global x, 
====
pass x
====
break x
====
continue 1
====
yield
====
x = yield
====
await x
====
lambda
====
lambda x
====
lambda x:
====
lambda 1: x
====
lambda x=: x
====
async x
====
async
====
async with a: pass
====
async for a in b: pass
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
