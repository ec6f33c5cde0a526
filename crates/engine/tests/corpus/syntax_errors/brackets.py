# Brackets that are unclosed, unmatched or of another kind.
import traceback
import warnings

warnings.simplefilter("ignore")
SOURCES = r"""
print('a'
x = 1
====
x = (1, 2
y = 3
====
x = [1, 2
def f():
    pass
====
d = {'a': 1
print(d)
====
print('a'))
====
x = [1, 2)
====
x = (1, [2, 3)
====
def f(a, b:
    pass
====
foo(1, 2
====
x = {
  'a': [1, 2,
  'b': 3
}
====
x = ]
====
}
====
f(a, (b, c)
====
if (a == 1:
    pass
====
x = (
    1,
    2

====
print((1, 2)
print(3)
====
for i in range(10:
    print(i)
====
while (True:
    break
====
class A(object:
    pass
====
x = [i for i in range(3)
print(x)
====
x = (1,
     2]

====
data = {'a': (1, 2}, 'b': 3}
====
f(x for x in y, 1)
====
f(1, x for x in y)
====
print(f(1)
for i in y:
    pass
====
x = foo(
if x:
    pass
====
with open('f' as f:
    pass
====
lock.acquire(
lock.release()
====
t = Thread(target=f, args=(1,)
t.start()
====
import os
os.path.join('a', 'b'

====
x = {1, 2

====
x = {1: 2, 3: 4

====
assert (x == 1

====
return_value = [
    [1, 2],
    [3, 4
]

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
