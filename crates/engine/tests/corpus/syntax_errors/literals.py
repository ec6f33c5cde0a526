# Numbers, strings and characters that no literal is made of.
import traceback
import warnings

warnings.simplefilter("ignore")
SOURCES = r"""
x = 'abc
====
x = "abc
====
x = '''abc
====
x = 'a
b'
====
print('a)
====
print("hello)
print(1)
====
x = 'it's'
====
x = 1a
====
x = 1_
====
x = 1__0
====
x = 0777
====
x = 00012
====
x = 0x
====
x = 0xg
====
x = 0b12
====
x = 0b
====
x = 0o8
====
x = 0o
====
x = 1.5a
====
x = 1e
====
x = 1e+
====
x = 1.2.3
====
x = 1jx
====
x = 3if
====
x = 1 if 1else 2
====
x = 5px
====
x = 10gb
====
1abc = 2
====
x = $
====
x = a$b
====
x = ?
====
x = `a`
====
x = a ! b
====
x = “hello”
====
print(‘a’)
====
x = 1 – 2
====
x = a + b
====
x = 1​
====
x = a × b
====
x = 3 €
====
x = \ 1
====
x = a \ b
====
x = \
====
x = 1 \

====
x = b'é'
====
x = '\x1'
====
x = '\u12'
====
x = '\U1234'
====
x = '\U99999999'
====
x = b'\x1'
====
x = 'a' b'b'
====
x = u'a' b'b'
====
x = ur'a'
====
x = 1 2
====
x = 'a''b
====
x = r'\'
====
x = '''a'
====
def f():
    '''doc
    return 1

====
x = "a'
print(x)
====
print('a' + 'b)
====
print("a" + b")
====
x = ["a", "b]
====
x = {'a: 1}
====
x = 0_7
====
x = 1_000_
====
x = 09.5 + 08
====
x = 1.e
====
x = .e5
====
x = 0xfor
====
x = 1in y
====
x = 12and y
====
x = 0b1_
====
x = 0x_
====
1.foo
====
1.real
====
x = 1..real()
====
x = 1._5
====
x = '\N{nope}'
====
x = '\N'
====
x = '\N{'
====
x = b'\N{nope}' + 1 1
====
#é
x = ¬a
====
naïve = 1 1
====
été = = 1
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
