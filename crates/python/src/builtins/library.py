"""The part of the builtins that walks iterables and calls back, so that it can block and be switched.

Owns no primitive; knows only other builtins.
"""


def _sequence_iterator(sequence):
    index = 0
    while True:
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item
        index += 1


def _contains(container, wanted):
    for item in container:
        if item is wanted or item == wanted:
            return True
    return False


def _set_slice(target, where, values):
    target[where] = list(values)


def _print_to(file, pieces, flush):
    write = file.write
    for piece in pieces:
        write(piece)
    if flush:
        file.flush()


def sum(iterable, /, start=0):
    total = start
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    for item in iterable:
        total = total + item
    return total


def any(iterable, /):
    for item in iterable:
        if item:
            return True
    return False


def all(iterable, /):
    for item in iterable:
        if not item:
            return False
    return True


_missing = object()


def _extreme(name, args, key, default, better):
    if len(args) == 1:
        items = args[0]
    else:
        items = args
        if not args:
            raise TypeError(f"{name} expected at least 1 argument, got 0")
        if default is not _missing:
            raise TypeError(f"Cannot specify a default for {name}() with multiple positional arguments")
    best = best_key = _missing
    for item in items:
        item_key = item if key is None else key(item)
        if best is _missing or better(item_key, best_key):
            best = item
            best_key = item_key
    if best is _missing:
        if default is _missing:
            raise ValueError(f"{name}() arg is an empty sequence")
        return default
    return best


def min(*args, key=None, default=_missing):
    return _extreme("min", args, key, default, lambda a, b: a < b)


def max(*args, key=None, default=_missing):
    return _extreme("max", args, key, default, lambda a, b: a > b)


def sorted(iterable, /, *, key=None, reverse=False):
    result = list(iterable)
    result.sort(key=key, reverse=reverse)
    return result


def _sorted_list(items):
    return sorted(items)


def _sort_by_key(items, key, reverse):
    keys = [key(item) for item in items]
    _set_items(items, _sort_values(items, keys, reverse))


def _sort_asking(items, reverse):
    _set_items(items, _sorted_asking(items, list(items), reverse))


def _sorted_asking(items, keys, reverse):
    items = list(items)
    if reverse:
        items.reverse()
        keys = keys[::-1]
    order = _order_asking(keys, list(range(len(keys))))
    result = [items[index] for index in order]
    if reverse:
        result.reverse()
    return result


def _order_asking(keys, order):
    count = len(order)
    if count >= 64:
        left = _order_asking(keys, order[: count // 2])
        right = _order_asking(keys, order[count // 2 :])
        merged = []
        at = 0
        for index in left:
            while at < len(right) and keys[right[at]] < keys[index]:
                merged.append(right[at])
                at += 1
            merged.append(index)
        return merged + right[at:]
    run = 1
    if count > 1:
        falls = bool(keys[order[1]] < keys[order[0]])
        run = 2
        while run < count and bool(keys[order[run]] < keys[order[run - 1]]) == falls:
            run += 1
        if falls:
            order[:run] = order[:run][::-1]
    for start in range(run, count):
        pivot = order[start]
        low, high = 0, start
        while low < high:
            middle = (low + high) // 2
            if keys[pivot] < keys[order[middle]]:
                high = middle
            else:
                low = middle + 1
        order[low : start + 1] = [pivot] + order[low:start]
    return order


class map:
    __module__ = "builtins"

    def __init__(self, function, *iterables):
        if not iterables:
            raise TypeError("map() must have at least two arguments.")
        self._function = function
        self._iterators = [iter(iterable) for iterable in iterables]

    def __iter__(self):
        return self

    def __next__(self):
        return self._function(*[next(iterator) for iterator in self._iterators])


class filter:
    __module__ = "builtins"

    def __init__(self, function, iterable):
        self._function = function
        self._iterator = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        function = self._function
        for item in self._iterator:
            if item if function is None else function(item):
                return item
        raise StopIteration


class zip:
    __module__ = "builtins"

    def __init__(self, *iterables, strict=False):
        self._iterators = [iter(iterable) for iterable in iterables]
        self._strict = strict

    def __iter__(self):
        return self

    def __next__(self):
        if not self._iterators:
            raise StopIteration
        items = []
        for index, iterator in enumerate(self._iterators):
            item = next(iterator, _missing)
            if item is _missing:
                if self._strict:
                    self._check(index)
                raise StopIteration
            items.append(item)
        return tuple(items)

    def _check(self, ended):
        def others(count):
            return "argument 1" if count == 1 else f"arguments 1-{count}"

        if ended:
            raise ValueError(f"zip() argument {ended + 1} is shorter than {others(ended)}")
        for index, iterator in enumerate(self._iterators):
            if index and next(iterator, _missing) is not _missing:
                raise ValueError(f"zip() argument {index + 1} is longer than {others(index)}")


class enumerate:
    __module__ = "builtins"

    def __init__(self, iterable, start=0):
        self._iterator = iter(iterable)
        self._index = start

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self._iterator)
        index = self._index
        self._index = index + 1
        return index, item


class _CallableIterator:
    def __init__(self, function, sentinel):
        self._function = function
        self._sentinel = sentinel

    def __iter__(self):
        return self

    def __next__(self):
        value = self._function()
        if value == self._sentinel:
            raise StopIteration
        return value


def _reversed_sequence(sequence):
    index = len(sequence)
    while index:
        index -= 1
        yield sequence[index]


def _fill_dict(target, source):
    if hasattr(source, "keys"):
        for key in source.keys():
            target[key] = source[key]
        return
    for index, pair in enumerate(source):
        pair = list(pair)
        if len(pair) != 2:
            raise ValueError(f"dictionary update sequence element #{index} has length {len(pair)}; 2 is required")
        target[pair[0]] = pair[1]


async def _anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def _close_dropped(generator):
    try:
        generator.close()
    except BaseException as error:
        from _start import print_exception

        print_exception(error, f"Exception ignored in: {generator!r}\n")


def _run_module(body, name):
    try:
        body()
    except BaseException:
        _import_failed(name)
        raise
    _import_done(name)


def _mapping_dict(mapping):
    return {key: mapping[key] for key in mapping.keys()}


def _pow(base, exponent):
    return base**exponent


def _divmod(a, b):
    for own, other, name in ((a, b, "__divmod__"), (b, a, "__rdivmod__")):
        method = getattr(type(own), name, None)
        if method is not None:
            result = method(own, other)
            if result is not NotImplemented:
                return result
    raise TypeError(f"unsupported operand type(s) for divmod(): {type(a).__name__!r} and {type(b).__name__!r}")
