# Statements in places where they can't stand.
import traceback
import warnings

warnings.simplefilter("ignore")
SOURCES = r"""
return 1
====
def f():
    pass
return f
====
class A:
    return 1
====
yield 1
====
class A:
    yield 1
====
x = [(yield 1) for x in y]
====
await f()
====
def f():
    await g()
====
def f():
    async with a:
        pass
====
def f():
    async for a in b:
        pass
====
def f():
    return [x async for x in y]
====
def f():
    [await x for x in y]
====
[x async for x in y]
====
break
====
continue
====
if x:
    break
====
def f():
    break
====
while x:
    def f():
        break
====
for x in y:
    class A:
        continue
====
nonlocal x
====
def f():
    nonlocal x
====
def f(x):
    global x
====
def f(x):
    nonlocal x
====
def f():
    x = 1
    global x
====
def f():
    print(x)
    global x
====
def f():
    x = 1
    def g():
        x = 2
        nonlocal x
====
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
====
def f():
    global x
    nonlocal x
====
x = 1
global x
====
print(x)
global x
====
def f():
    for x in y: pass
    global x
====
def f():
    x: int = 1
    global x
====
def f():
    global x
    x: int = 1
====
def f():
    import x
    global x
====
def f():
    from a import *
====
class A:
    from a import *
====
x = 1
from __future__ import annotations
====
async def f():
    yield 1
    return 2
====
async def f():
    yield from g()
====
async def f():
    return [x async for x in y]
await g()
====
for x in y:
    try:
        pass
    except* ValueError:
        continue
====
def f():
    try:
        pass
    except* ValueError:
        return
====
try:
    pass
except*:
    pass
====
def f():
    class A:
        nonlocal x
====
lambda: (yield)
====
lambda: await x
====
[x := 1 for x in y]
====
[(x := 1) for x in y]
====
[y for x in (y := [1])]
====
class A:
    [x := 1 for y in z]
====
[[(x := 1) for y in z] for x in w]
====
def f(a):
    def g():
        nonlocal b
====
match x:
    case a: pass
    case b: pass
====
match x:
    case _: pass
    case 1: pass
====
match x:
    case (a, a): pass
====
match x:
    case A(b=1, 2): pass
====
match x:
    case {**a, 'b': 1}: pass
====
match x:
    case 1 + 1: pass
====
match x:
    case -a: pass
====
match x:
    case a as _: pass
====
match x:
    case a as b.c: pass
====
match x:
    case f(): pass
    case 1 as 2: pass
====
match x:
    case {a: 1}: pass
====
match x:
    case {'a': 1, **_}: pass
====
class A:
    def f(self):
        return
    return
====
with a as b, c as d: return
====
async def f():
    def g():
        await x
====
async def f():
    lambda: await x
====
async def f():
    (x for x in await y)
====
async def f():
    {await x: 1 for x in y}
====
def f():
    (await x for x in y)
====
import asyncio
asyncio.run(main())
await main()
====
def f():
    x = await asyncio.sleep(1)
    return x
====
for i in range(3):
    await f(i)
====
a, b = *c, *d = e
====
x = (*a)
====
print((*a))
====
x = *a, *b
del *a
====
def f(a, b):
    a = 1
    nonlocal a
====
def f():
    del x
    global x
====
def f():
    with a as x: pass
    global x
====
async def f():
    for x in y:
        async with z: pass
async with q: pass
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
