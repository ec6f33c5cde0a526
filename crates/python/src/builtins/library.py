"""The part of the builtins that walks iterables and calls back, so that it can block and be switched.

Owns no primitive; knows only other builtins. (Over 400 lines because all of it is loaded as one module.)
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


_missing = object()


def _extreme(items, key, greatest, default=_missing):
    best = best_key = _missing
    for item in items:
        item_key = key(item)
        if best is _missing or (item_key > best_key if greatest else item_key < best_key):
            best = item
            best_key = item_key
    if best is _missing:
        if default is _missing:
            raise ValueError(f"{'max' if greatest else 'min'}() arg is an empty sequence")
        return default
    return best


def _sorted_list(items):
    return sorted(items)


def _sort_by_key(items, key, reverse):
    keys = [key(item) for item in items]
    _set_items(items, _sort_values(items, keys, reverse))


def _added(total, item):
    return total + item


def _is_better(item, best, greatest):
    return bool(item > best if greatest else item < best)


def _attribute_or(object, name, default):
    try:
        return getattr(object, name)
    except AttributeError:
        return default


def _computed_or(function, args, fallback, object, name):
    try:
        return function(*args)
    except AttributeError:
        return fallback(object, name)


def _has_attribute(object, name):
    try:
        getattr(object, name)
    except AttributeError:
        return False
    return True


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


def _map(function, iterator):
    for item in iterator:
        yield function(item)


def _map_many(function, iterators):
    while True:
        arguments = []
        for iterator in iterators:
            item = next(iterator, _missing)
            if item is _missing:
                return
            arguments.append(item)
        yield function(*arguments)


def _filter(function, iterator):
    for item in iterator:
        if item if function is None else function(item):
            yield item


def _enumerate(iterator, index):
    for item in iterator:
        yield index, item
        index += 1


def _zip(iterators, strict):
    while iterators:
        items = []
        for index, iterator in enumerate(iterators):
            item = next(iterator, _missing)
            if item is _missing:
                if strict:
                    _check_lengths(iterators, index)
                return
            items.append(item)
        yield tuple(items)


def _check_lengths(iterators, ended):
    def others(count):
        return "argument 1" if count == 1 else f"arguments 1-{count}"

    if ended:
        raise ValueError(f"zip() argument {ended + 1} is shorter than {others(ended)}")
    for index, iterator in enumerate(iterators):
        if index and next(iterator, _missing) is not _missing:
            raise ValueError(f"zip() argument {index + 1} is longer than {others(index)}")


def _until(function, sentinel):
    while True:
        try:
            value = function()
        except StopIteration:
            return
        if value == sentinel:
            return
        yield value


def _import(name, globals=None, locals=None, fromlist=(), level=0):
    space = {}
    exec(f"import {name} as module" if fromlist else f"import {name}", space)
    return space["module" if fromlist else name.partition(".")[0]]


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
        try:
            pair = list(pair)
        except TypeError:
            raise TypeError(f"cannot convert dictionary update sequence element #{index} to a sequence") from None
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


def _take(iterable, count):
    items = []
    for item in iterable:
        items.append(item)
        if len(items) == count:
            break
    return items


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


class _Quitter:
    __module__ = "_sitebuiltins"
    __qualname__ = "Quitter"

    def __init__(self, name):
        self.name = name
        self.eof = "Ctrl-D (i.e. EOF)"

    def __repr__(self):
        return f"Use {self.name}() or {self.eof} to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


_Quitter.__name__ = "Quitter"
exit = _Quitter("exit")
quit = _Quitter("quit")


class _Helper:
    __module__ = "_sitebuiltins"
    __qualname__ = "_Helper"

    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, *request):
        import pydoc

        pydoc.help(*request)


help = _Helper()


def breakpoint(*args, **kws):
    import sys

    return sys.breakpointhook(*args, **kws)


class _TypeAliasType:
    __module__ = "typing"
    __qualname__ = "TypeAliasType"
    _is_type_form = True

    def __init__(self, name, type_params, compute):
        self.__name__ = name
        self.__type_params__ = type_params
        self.__parameters__ = type_params
        self._compute = compute

    @property
    def __value__(self):
        return self._compute()

    def __repr__(self):
        return self.__name__

    def __getitem__(self, items):
        from types import GenericAlias

        return GenericAlias(self, items)

    def __or__(self, other):
        from types import _union

        return _union(self, other)

    def __ror__(self, other):
        from types import _union

        return _union(other, self)


_TypeAliasType.__name__ = "TypeAliasType"


def _type_parameter(kind, name, bound):
    import typing

    if bound is None:
        return getattr(typing, kind)(name)
    bound = bound()
    return typing.TypeVar(name, *bound) if isinstance(bound, tuple) else typing.TypeVar(name, bound=bound)


def _generic_base(params):
    import typing

    return typing.Generic[params]


class _Notice:
    def __init__(self, name, text):
        self._name = name
        self._text = text

    def __repr__(self):
        return self._text or f"Type {self._name}() to see the full {self._name} text"

    def __call__(self):
        print(self._text)


copyright = _Notice("copyright", "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.")
credits = _Notice("credits", "")
license = _Notice("license", "")


def _finalize(instance):
    if _begin_del(instance):
        method = type(instance).__del__
        try:
            method(instance)
        except BaseException as error:
            from _start import print_exception

            print_exception(error, f"Exception ignored in: {method!r}\n")
