# list += whatever can be iterated
def g():
    yield 1
x=[1]; x += g(); x += "ab"; x += (i for i in [5]); print(x)
y=[0]; y.__iadd__(g()); print(y)
class L(list): pass
l = L([1]); l += g(); print(l, type(l).__name__)
class A:
    def __radd__(self, o): return "radd"
    def __iter__(self): return iter([7])
x = [1]; x += A(); print(x, [1] + A())
class B:
    def __radd__(self, o): return "radd"
x = [1]; x += B(); print(x)
for bad in (5, None):
    try: x = [1]; x += bad
    except TypeError as e: print(e)
class S:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
x = []; x += S(); x.extend(S()); print(x)
x = [1,2]; x += x; print(x); x += iter(x[:2]); print(x); x += {"a":1}; x += {1:2}.items(); x += range(2); print(x)
