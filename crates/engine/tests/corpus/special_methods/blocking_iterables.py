# what walks an iterable may be made to wait by it
import bisect
import collections
import copy
import functools
import heapq
import itertools
import json
import math
import operator
import re
import time


def z():
    time.sleep(0.001)


def g(n=3):
    for i in range(n):
        z(); yield i
def gs(n=3):
    for i in range(n):
        z(); yield str(i)
class It:
    def __init__(s,n=3): s.n=n
    def __iter__(s): return s
    def __next__(s):
        z()
        if s.n==0: raise StopIteration
        s.n-=1
        return s.n
def f1(x): z(); return x
def f2(a,b): z(); return a+b


print(list(enumerate(g())))
print(list(zip(g(),g())))
print(list(zip(It(),g(),strict=True)))
print(list(map(f1,g())))
print(list(map(f2,g(),It())))
print(list(filter(f1,g())))
print(sum(g()))
print(min(g()),max(It()))
print(min(g(),key=f1))
print(any(g()),all(g()))
print(sorted(g(),key=f1))
print(list(reversed(list(g()))))
print(tuple(g()),set(It()),frozenset(g()),list(It()))
print(dict(enumerate(g())), dict((a,b) for a,b in zip(g(),g())))
print(",".join(gs()))
print(",".join(str(x) for x in g()))
print(bytes(g()), bytearray(It()))
print([*g()], (*It(),), {*g()})
print((lambda *a: a)(*g()))
print(1 in g(), 5 not in It())
print(list(range(3)).__iadd__(It()))
print(collections.deque(g(),maxlen=2))
print(collections.Counter(gs()))
print(collections.OrderedDict(zip(gs(),g())))
print(list(itertools.chain(g(),It())))
print(list(itertools.chain.from_iterable([g(),g()])))
print(list(itertools.islice(g(),2)))
print(list(itertools.islice(It(),1,3)))
print(list(itertools.zip_longest(g(1),g(2))))
print(list(itertools.product(g(2),g(2))))
print(list(itertools.permutations(g(2))))
print(list(itertools.combinations(g(3),2)))
print(list(itertools.accumulate(g())))
print(list(itertools.groupby(g())))
print([list(v) for k,v in itertools.groupby(g(),key=f1)])
print(list(itertools.takewhile(f1,g())),list(itertools.dropwhile(f1,g())))
print(list(itertools.starmap(f2,zip(g(),g()))))
print([list(x) for x in itertools.tee(g())])
print(list(itertools.compress(g(),It())))
print(list(itertools.filterfalse(f1,g())))
print(list(zip(itertools.cycle(g()),range(5))))
print(list(zip(itertools.count(),g())))
print(list(itertools.pairwise(g())))
print(list(itertools.repeat(1,2)))
print(functools.reduce(f2,g()))
print(heapq.nlargest(2,g()),heapq.nsmallest(2,g(),key=f1))
print(list(heapq.merge(g(),g())))
print(math.prod(g()),math.fsum(g()))
print("".join(map(str,g())))
print(dict.fromkeys(g()))
print(set().union(g()),{1}.intersection(g()),{1}.difference(It()))
print({1}.issubset(g()),{1}<=set(g()))
print(list(iter(lambda: f1(1),1)))
print(next(g()),next(It()))
print(next(enumerate(g(),5)))
print(json.dumps(list(g())))
print(max(g(),default=0))
print(str().join(gs()).split())
print([x for x in It()],{x:x for x in g()})
print(int.from_bytes(g(),"big"))
print("%s %s" % tuple(g(2)))
print("{} {}".format(*g(2)))
print(operator.countOf(g(),1),operator.contains(list(g()),1))
print(list(map(lambda p: f2(*p), zip(g(),g()))))
print(sorted(enumerate(g()),key=lambda p:f1(-p[1])))
print(list(filter(None,g())))
print(re.sub("a",lambda m: str(f1(1)),"aba"))
print(list(re.finditer("a","aa"))[0].group())
print(bisect.bisect(list(g()),1,key=f1))
print(max(zip(g(),g())))
print(set(map(f1,g())))
print(list(dict(zip(gs(),g())).items()))
print([i for i,x in enumerate(It())])
print(functools.partial(f2,1)(2))
print(list(map(functools.partial(f2,1),g())))
print(copy.copy(list(g())))
