import itertools, collections, math
print(len(list(itertools.product(range(20),repeat=3))), len(list(itertools.permutations(range(6)))), math.fsum(itertools.repeat(0.5,10000)))
d=collections.deque(range(20000)); print(len(list(d)), sum(d), max(d), len(set(d)), len(tuple(reversed(d))), len(sorted(d)), len(collections.deque(d)))
print(sum(itertools.repeat(1,30000)), any(itertools.repeat(0,20000)), len(collections.Counter(itertools.chain(d,d))))
print(list(zip(itertools.count(), d))[-1], ''.join(itertools.repeat('x',10000))[:3], dict(zip(d,itertools.count()))[100], list(map(str,d))[5], list(enumerate(d))[-1], list(filter(None,d))[0])
a,*b=d; print(a,len(b)); x,y=itertools.repeat(1,2); print(x,y, 19999 in d, [*d][-1], max(itertools.islice(itertools.cycle('ab'),20000)))
