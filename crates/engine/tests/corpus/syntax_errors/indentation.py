# Indentation that is missing, unexpected or of no level.
import traceback
import warnings

warnings.simplefilter("ignore")
SOURCES = r"""
if True:
pass
====
def f():
return 1
====
class A:
x = 1
====
for i in x:
print(i)
====
while True:
x = 1
====
try:
x = 1
except:
    pass
====
try:
    x = 1
except:
pass
====
try:
    x = 1
except ValueError:
pass
====
try:
    x = 1
finally:
pass
====
with a:
pass
====
if x:
    pass
else:
pass
====
if x:
    pass
elif y:
pass
====
x = 1
  y = 2
====
  x = 1
====
def f():
    x = 1
  y = 2
====
def f():
    x = 1
      y = 2
====
if True:
    x = 1
	y = 2
====
def f():
    if x:
        y
     z
====
class A:
    def f(self):
    return 1
====
class A:
    def f(self):
        pass
   def g(self):
        pass
====
def f():
    # only a comment
x = 1
====
def f():

====
if x:
    # nothing

====
for i in x:


print(1)
====
async def f():
pass
====
async def f():
    async with a:
    pass
====
async def f():
    async for a in b:
    pass
====
match x:
case 1:
    pass
====
match x:
    case 1:
    pass
====
while x:
    pass
else:
pass
====
for x in y:
    pass
else:
pass
====
try:
    pass
except A:
    pass
else:
pass
====
try:
    pass
except* A:
pass
====
print(1)
    print(2)
print(3)
====
def f():
	x = 1
        y = 2
====
with open('a') as f, open('b') as g:
f.read()
====
@deco
x = 1
====
@deco

====
    def f():
        pass
====
def f():
        pass
    x = 1

====
if a:
  if b:
  c
====
lambda:
  x
====
x = 1


   # comment
  y = 2
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
