# Fields of f-strings that can't be read.
import traceback
import warnings

warnings.simplefilter("ignore")
SOURCES = r"""
f'{}'
====
f'{ }'
====
f'{a'
====
f'a}'
====
f'{a b}'
====
f'{a!}'
====
f'{a!x}'
====
f'{a!ss}'
====
f'{a!r'
====
f'{a:{b}'
====
f'{!r}'
====
f'{:>3}'
====
f'{a + }'
====
f'{lambda x: 1}'
====
f'{a = 1}'
====
f'{a := 1}'
====
f'{#}'
====
f'{a # b}'
====
f'{a\n}'
====
f'{"\n"}'
====
f'{a['x']}'
====
f'{a[}'
====
f'{a(}'
====
f'{a)}'
====
f'{a]}'
====
f'{(a}'
====
f'{{}'
====
f'{{a}'
====
f'}'
====
f'{'
====
f'{a}}'
====
f'{a}{'
====
f'{**a}'
====
f'{yield}'
====
f'{return}'
====
f'{if}'
====
f'{1a}'
====
f'{a.}'
====
f'{a,,}'
====
f'{print x}'
====
f'{f(a b)}'
====
f'{"a}'
====
f'{a:{}}'
====
f'{a:{b c}}'
====
x = 1
y = f'abc {a b}'
====
print(f'a {x y} b')
====
f'''{
a b}'''
====
f'{a!r:}' 1
====
f'{}' f'{a}'
====
f'{a $ b}'
====
f'{a?}'
====
f'{None = }' = 1
====
f'{f'
====
f'{a:'
====
f'abc
====
fr'{\}'
====
f'{a;b}'
====
f'{a = !x}'
====
f'{a ! r}'
====
f'{x=} {y z=}'
====
print(f'{d['a']} and {d['b']}')
====
print(f"{d["a"]}")
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
