"""heapq's functions over iterables. The heap itself is native."""

_missing = object()


def merge(*iterables, key=None, reverse=False):
    pairs = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            pairs.append([value if key is None else key(value), -order if reverse else order, value, iterator])
            break
    push, pop = (_heapify_max, _heappop_max) if reverse else (heapify, heappop)
    push(pairs)
    while pairs:
        entry = pairs[0]
        yield entry[2]
        for value in entry[3]:
            fresh = [value if key is None else key(value), entry[1], value, entry[3]]
            if reverse:
                pairs[0] = fresh
                push(pairs)
            else:
                heapreplace(pairs, fresh)
            break
        else:
            pop(pairs)


def nlargest(n, iterable, key=None):
    if n == 1:
        best = max(iterable, key=key, default=_missing)
        return [] if best is _missing else [best]
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    if n == 1:
        best = min(iterable, key=key, default=_missing)
        return [] if best is _missing else [best]
    return sorted(iterable, key=key)[:max(n, 0)]
