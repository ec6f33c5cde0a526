from collections import *
q = deque([1, 2, 3])
try:
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
q.clear()
print(q, type(q), sorted(deque([3, 1, 2])), max(deque([1, 5])), sum(deque([1, 2])), [*deque('ab')], tuple(deque('ab')), ''.join(deque('ab')))
