class I(int): pass
class S(str):
    def __add__(self, o): return S(super().__add__(o)+"!")
class L(list):
    def __getitem__(self, i): return super().__getitem__(i)*2
class D(dict):
    def __missing__(self, k): return k*2
    def __setitem__(self, k, v): super().__setitem__(k, v+1)
class F(float): pass
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
class E(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.a=a
i=I(3)
print(i+1, 1+i, i*i, -i, i<5, i==3, hash(i), type(i+1), i//2, i**2, [1,2,3,4][i], abs(I(-4)), divmod(i,2), i.bit_length(), i.real, repr(i), str(i), f"{i:04d}", bool(I(0)), int(i), float(i), i in [3], {3:'x'}[i])
s=S("ab"); print(s+"c", type(s+"c"), s*2, len(s), s.upper(), "x"+s, s in "cab", s=="ab", hash(s)==hash("ab"), f"{s:>5}", "%s" % s, s[0], ",".join([s,s]), sorted([S("b"),S("a")]))
l=L([1,2,3]); print(l[0], l, len(l), l+[4], type(l+[1]), l*2, list(l), l==[1,2,3], 2 in l, sum(l)); l.append(9); l+=[5]; print(l, type(l)); l.sort(reverse=True); print(l, l<[100], max(l))
d=D(a=1); d['b']=2; print(d['zz'], d, d.get('q'), len(d), dict(d), 'a' in d, d|{'x':1}, type(d|{}), d=={'a':1,'b':3}); d.update(k=5); print(d, list(d.items()))
print(F(1.5)*2, F(2.5)//1, F(1.0)==1, round(F(2.567),1), F(3).is_integer(), f"{F(3.14159):.2f}", repr(F(1)), -F(2), abs(F(-2.0)), int(F(7.9)))
t=T(1,2,3); print(t, t+(4,), t[1:], len(t), t==(1,2,3), hash(t)==hash((1,2,3)), t*2, t<(2,), type(t[0:1]), sorted(T(3,1)), t.count(2))
e=E(1,2); print(e, repr(e), e.args, e.a)
print(int.__add__(1,2), (1).__add__(2.5), (5).__radd__(3), "a".__add__("b"), [1].__eq__([1]), (3).__lt__(4), "abc".__contains__("b"), [1,2].__len__(), {1:2}.__getitem__(1), (1.5).__mul__(2), (7).__divmod__(2), (2).__pow__(3,5), True.__and__(False), {1}.__or__({2}), list.__repr__([1]), str.__len__("abc"), object.__repr__, (1).__eq__("a"))
class B(bytes): pass
print(B(b"abc")+b"d", B(b"xy").upper(), B(b"a")==b"a", bytes(B(b"q")))
class Z(set):
    def add(self,x): super().add(x*2)
z=Z([1,2]); z.add(5); print(z, z|{100}, len(z), 10 in z, z-{1}, type(z&{1}), z>={1})
class FS(frozenset): pass
print(FS([1,2]), FS([1])|{2}, hash(FS([1]))==hash(frozenset([1])))
class C(complex): pass
print(C(1,2)+1, C(1,2).imag, abs(C(3,4)))
