# A colon that is missing.
import traceback
import warnings

warnings.simplefilter("ignore")
SOURCES = r"""
if True
    pass
====
while x < 3
    pass
====
for i in range(3)
    print(i)
====
def f()
    pass
====
class A
    pass
====
class A(B)
    pass
====
try
    pass
except:
    pass
====
try:
    pass
except
    pass
====
try:
    pass
except ValueError
    pass
====
try:
    pass
except ValueError as e
    pass
====
try:
    pass
finally
    pass
====
with open('f') as f
    pass
====
with a, b
    pass
====
if x:
    pass
else
    pass
====
if x:
    pass
elif y
    pass
====
async def f()
    pass
====
async def f():
    async with x
        pass
====
async def f():
    async for a in b
        pass
====
lambda x x
====
match x
    case 1:
        pass
====
match x:
    case 1
        pass
====
for i in range(3)
    print(i)
print()
====
def f() -> int
    return 1
====
while True print(1)
====
if x = 3:
    pass
====
if x.y = 3:
    pass
====
while x = f():
    pass
====
if f() = 3:
    pass
====
elif x:
    pass
====
else:
    pass
====
if x == 1 then:
    pass
====
if x

====
def f(x)
====
try:
    pass
except ValueError, KeyError:
    pass
====
try:
    pass
except ValueError, e:
    print(e)
====
try:
    x = 1
print(x)
====
try:
    pass
except* ValueError:
    pass
except KeyError:
    pass
====
try:
    pass
except:
    pass
except ValueError:
    pass
====
for x in range(3):
pass
====
with open(f) as g, open(h) as 1:
    pass
====
for x range(3):
    pass
====
for 1 in x:
    pass
====
for f() in x:
    pass
====
for x in :
    pass
====
while:
    pass
====
if:
    pass
====
class:
    pass
====
def:
    pass
====
class A():

====
def f(:
    pass
====
if x == 3; print(1)
====
while not:
    pass
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
