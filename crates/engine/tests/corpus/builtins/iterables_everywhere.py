l=[1]
l += (x for x in range(3)); print(l)
l += map(str,[1,2]); print(l)
class It:
    def __iter__(self): return iter([7,8])
l += It(); print(l)
l[1:2] = (x for x in "ab"); print(l)
l[1:2] = It(); print(l)
try: l += 5
except TypeError as e: print(e)
try: l += None
except TypeError as e: print(e)
d={}
d |= ((k,1) for k in "ab"); print(d)
s={1}
try: s |= [1]
except TypeError as e: print(e)
s.update(x for x in range(3)); print(s)
b=bytearray(); b += b"a"
try: b += "x"
except TypeError as e: print(e)
b.extend(x for x in [65,66]); print(b)
a,*r = (x for x in range(3)); print(a,r)
print(*(x for x in range(3)), [*map(str,[1])], {*filter(None,[1,0])}, {**{"a":1}}, max(*map(int,["1","3"])), dict([*zip("a",[1])]))
print(" ".join(str(x) for x in It()), tuple(It()), sorted(It()), list(zip(It(),It())), set(It())-{7}, sum(It()), min(It()), dict.fromkeys(It()), "".join(map(chr, (x+60 for x in It()))), 7 in It(), list(enumerate(It())), bytes(It()), [x for x in reversed(list(It()))], list(map(lambda a,b:a*b, It(), It())), frozenset(It()), any(It()), all(It()))
