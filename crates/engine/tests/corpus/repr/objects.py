import re, time, math, os, sys
def clean(value): return re.sub(r"0x[0-9a-f]+", "0x..", repr(value))
def function(): pass
class Class:
    def method(self): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
    @property
    def prop(self): return 1
    class Inner: pass
    def __call__(self): pass
o = Class()
def outer():
    def inner(): pass
    return inner
for value in (function, Class, Class.method, o.method, Class.cm, o.cm, Class.sm, o.sm, Class.prop, Class.Inner, Class.Inner(), outer(), lambda: 0, o, len, print, sorted, sum, max, abs, [].append, "".join, {}.get, list.append, str.join, dict.get, int.__add__, (1).__add__, object.__init__, o.__init__, type, int, object, type(o), type(function), type(len), type([].append), type(None), type(...), type(NotImplemented), math.sqrt, time.sleep):
    print(clean(value))
def gen(): yield 1
g = gen()
for value in (g, (x for x in []), iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(""), iter(b""), iter(range(1)), reversed([]), reversed({}), enumerate([]), zip(), map(str, []), filter(None, []), iter(len, 3)):
    print(clean(value), type(value).__name__)
print(clean(super(Class, o)), clean(staticmethod(function)), clean(classmethod(function)), clean(property()), clean(memoryview(b"")), clean(slice(1, 2)), clean(Class.__dict__["sm"]), clean(Class.__dict__["cm"]))
print(function.__name__, function.__qualname__, Class.method.__qualname__, outer().__qualname__, Class.Inner.__qualname__, (lambda: 0).__qualname__, len.__name__, [].append.__name__, [].append.__qualname__, "".join.__qualname__, list.append.__qualname__, o.method.__name__, o.method.__func__ is Class.method, o.method.__self__ is o, [].append.__self__, print.__module__, function.__module__, Class.__module__, len.__qualname__, g.__name__, type(g).__name__, dict.fromkeys.__qualname__)
print(repr(o) == repr(o), id(o) == id(o), hash(o) == hash(o), repr(o) != repr(Class()))
