"""The iterators of itertools. Each function is the call of a class of its own: it checks its arguments at once and gives
a generator, which may block, or a native state.
"""

_COUNT, _REPEAT, _CYCLE, _PRODUCT, _PERMUTATIONS, _COMBINATIONS, _REPLACEMENT = range(7)
_missing = object()


def _index(value):
    if type(value) is int:
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method(value)


@_iterator_class
def count(start=0, step=1):
    if isinstance(start, (int, float)) and isinstance(step, (int, float)):
        return _native_state(_COUNT, (start, step), ())
    if not hasattr(start, "__add__") or isinstance(start, (str, list, tuple)):
        raise TypeError("a number is required")
    return _counting(start, step)


def _counting(now, step):
    while True:
        yield now
        now = now + step


@_iterator_class
def repeat(object, times=None):
    if times is None:
        return _native_state(_REPEAT, (object,), (-1,))
    return _native_state(_REPEAT, (object,), (max(_index(times), 0),))


@_iterator_class
def cycle(iterable, /):
    if isinstance(iterable, (list, tuple, range, str, dict, set, frozenset)):
        return _native_state(_CYCLE, tuple(iterable), (0,))
    return _cycling(iter(iterable))


def _cycling(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


@_iterator_class
def chain(*iterables):
    return _chaining(iterables)


def _chaining(iterables):
    for iterable in iterables:
        yield from iter(iterable)


@_iterator_class
def _chain_from_iterable(iterable, /):
    return _chaining(iter(iterable))


_chain_from_iterable.__name__ = _chain_from_iterable.__qualname__ = "chain"
chain.from_iterable = _chain_from_iterable


@_iterator_class
def accumulate(iterable, func=None, *, initial=None):
    return _accumulating(iter(iterable), func, initial)


def _accumulating(iterator, func, initial):
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


@_iterator_class
def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batching(iter(iterable), n)


def _batching(iterator, n):
    while True:
        batch = []
        for item in iterator:
            batch.append(item)
            if len(batch) == n:
                break
        if not batch:
            return
        yield tuple(batch)


@_iterator_class
def compress(data, selectors):
    return _compressing(iter(data), iter(selectors))


def _compressing(data, selectors):
    for item in data:
        selected = next(selectors, _missing)
        if selected is _missing:
            return
        if selected:
            yield item


@_iterator_class
def dropwhile(predicate, iterable, /):
    return _dropping(predicate, iter(iterable))


def _dropping(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


@_iterator_class
def takewhile(predicate, iterable, /):
    return _taking(predicate, iter(iterable))


def _taking(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


@_iterator_class
def filterfalse(function, iterable, /):
    return _filtering(function, iter(iterable))


def _filtering(function, iterator):
    for item in iterator:
        if not (item if function is None else function(item)):
            yield item


@_iterator_class
def starmap(function, iterable, /):
    return _starring(function, iter(iterable))


def _starring(function, iterator):
    for arguments in iterator:
        yield function(*arguments)


@_iterator_class
def pairwise(iterable, /):
    return _pairing(iter(iterable))


def _pairing(iterator):
    before = next(iterator, _missing)
    for item in iterator:
        yield before, item
        before = item


@_iterator_class
def zip_longest(*iterables, fillvalue=None):
    return _zipping([iter(iterable) for iterable in iterables], fillvalue)


def _zipping(iterators, fill):
    left = len(iterators)
    while left:
        items = []
        for index, iterator in enumerate(iterators):
            item = fill if iterator is None else next(iterator, _missing)
            if item is _missing:
                left -= 1
                if not left:
                    return
                iterators[index] = None
                item = fill
            items.append(item)
        yield tuple(items)


def _bound(value, otherwise, text):
    if value is None:
        return otherwise
    if not hasattr(value, "__index__") or _index(value) < 0:
        raise ValueError(text)
    return _index(value)


@_iterator_class
def islice(iterable, *bounds):
    if not 1 <= len(bounds) <= 3:
        least = "at least 2 arguments" if not bounds else "at most 4 arguments"
        raise TypeError(f"islice expected {least}, got {len(bounds) + 1}")
    text = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    start, step = 0, 1
    if len(bounds) == 1:
        stop = _bound(bounds[0], None, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    else:
        stop = _bound(bounds[1], None, text if bounds[1] is None or hasattr(bounds[1], "__index__") else
                      "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        start = _bound(bounds[0], 0, text)
    if len(bounds) == 3:
        message = "Step for islice() must be a positive integer or None."
        step = _bound(bounds[2], 1, message)
        if not step:
            raise ValueError(message)
    return _slicing(iter(iterable), start, stop, step)


def _slicing(iterator, wanted, stop, step):
    at = 0
    while True:
        while at < wanted:
            if next(iterator, _missing) is _missing:
                return
            at += 1
        if stop is not None and at >= stop:
            return
        item = next(iterator, _missing)
        if item is _missing:
            return
        at += 1
        wanted += step
        if stop is not None and wanted > stop:
            wanted = stop
        yield item


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    link = [_missing, None]
    source = iter(iterable)
    return tuple(_tee(source, link) for _ in range(n))


@_iterator_class
def _tee(source, link):
    return _splitting(source, link)


def _splitting(source, link):
    while True:
        if link[0] is _missing:
            item = next(source, _missing)
            if item is _missing:
                return
            link[0] = item
            link[1] = [_missing, None]
        item, link = link
        yield item


class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._function = key
        self._wanted = self._key = self._item = self._group = _missing

    def __iter__(self):
        return self

    def _advance(self):
        self._item = next(self._iterator)
        self._key = self._item if self._function is None else self._function(self._item)

    def __next__(self):
        self._group = None
        while self._key is _missing or self._key == self._wanted:
            self._advance()
        self._wanted = self._key
        self._group = token = object()
        return self._key, _grouper(self, self._key, token)


@_iterator_class
def _grouper(parent, key, token):
    return _grouping(parent, key, token)


def _grouping(parent, key, token):
    while parent._group is token and parent._key == key:
        yield parent._item
        if parent._group is not token:
            return
        try:
            parent._advance()
        except StopIteration:
            parent._key = parent._wanted = object()
            return


@_iterator_class
def product(*iterables, repeat=1):
    repeat = _index(repeat)
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return _native_state(_PRODUCT, pools, [0] + [0] * len(pools))


def _length(r, text="r must be non-negative"):
    r = _index(r)
    if r < 0:
        raise ValueError(text)
    return r


@_iterator_class
def permutations(iterable, r=None):
    pool = tuple(iterable)
    size = len(pool)
    if r is None:
        r = size
    elif not isinstance(r, int):
        raise TypeError("Expected int as r")
    r = _length(r)
    cycles = range(size, size - r, -1) if r <= size else ()
    return _native_state(_PERMUTATIONS, (pool,), [0, r, *range(size), *cycles])


@_iterator_class
def combinations(iterable, r):
    pool = tuple(iterable)
    return _native_state(_COMBINATIONS, (pool,), [0, *range(_length(r))])


@_iterator_class
def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    return _native_state(_REPLACEMENT, (pool,), [0] + [0] * _length(r))
