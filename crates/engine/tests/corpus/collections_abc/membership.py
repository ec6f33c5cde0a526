import collections
import collections.abc as abc
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Sized

for value in ([], (), "", {}, set(), frozenset(), range(3), b"", iter([]), (x for x in []), len, lambda: 0, int, 5, None, {}.keys(), collections.deque(), collections.OrderedDict()):
    kinds = ["Hashable", "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container", "Collection", "Callable", "Set", "MutableSet",
             "Mapping", "MutableMapping", "Sequence", "MutableSequence"]
    print(type(value).__name__, [kind for kind in kinds if isinstance(value, getattr(abc, kind))])


class Box:
    def __len__(self):
        return 1

    def __iter__(self):
        return iter([1])

    def __contains__(self, item):
        return item == 1


print(isinstance(Box(), abc.Collection), isinstance(Box(), Sequence), issubclass(Box, Sized), isinstance(Box(), Hashable), issubclass(list, Iterable))


class Equal:
    def __eq__(self, other):
        return True


print(isinstance(Equal(), Hashable), issubclass(dict, Mapping), issubclass(bool, abc.Sequence), isinstance(print, Callable))


async def coroutine():
    pass


c = coroutine()
print(isinstance(c, abc.Awaitable), isinstance(c, abc.Coroutine), isinstance(c, Iterator))
c.close()
