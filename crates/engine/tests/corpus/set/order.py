import random
random.seed(5)
out=[]
for t in range(300):
    n=random.choice([3,5,8,12,30,100])
    a={random.randrange(0,random.choice([10,50,1000,10**6])) for _ in range(n)}
    b=set(random.randrange(0,60) for _ in range(random.choice([2,5,20,60])))
    out.append(list(a)); out.append(list(b))
    for r in (a|b, a&b, a-b, a^b, a.union(b,[1,2,99]), a.intersection(list(b)), a.difference([1,2,3]), a.symmetric_difference(list(b)), frozenset(a), set(sorted(a)), a.copy()):
        out.append(list(r))
    for x in list(a)[:n//2]: a.discard(x)
    a.add(7); a.add(123)
    out.append(list(a)); out.append(list(a.copy()))
    a.update(b); out.append(list(a))
    a.update({1:2,5:6}); out.append(list(a))
    if a: out.append(a.pop())
    if a: out.append(a.pop())
    out.append(list(a))
    a-=b; out.append(list(a))
    a^=b; out.append(list(a))
    a&=b; out.append(list(a)); a|={1,2,3,4,5}; out.append(list(a))
    d=dict.fromkeys(b); out.append(list(d.keys()&a)); out.append(list(a&d.keys())); out.append(list(d.keys()-a)); out.append(list(a-d.keys())); out.append(list(d.keys()|a)); out.append(list(d.keys()^a))
import sys
for o in out: print(o)
s={"apple","banana","cherry","date","elderberry"}
print(s, hash("abc"), hash("é"), hash("日本"), hash("😀x"), hash(b"abc"), hash(""), hash((1,2,"a")), hash((1.5,(2,3))), hash(frozenset([1,2,3])), hash(frozenset("abc")))
print({"x","y","z"}|{"q"}, set("hello world"), {1,50,17,33,99}, {100,17,33,1,65,9}, hash(range(3)), hash(1.5+2j), hash(2**70), hash(-1), hash(()))
print({('a',1),('b',2)}, {None} , {1.5,2.5,"k",3})
