import types


class Node:
    pass


print(list[int], dict[str, list[int]], tuple[int, ...], set[Node], type[Node], tuple[()])
print(int | None, str | int | list[str], None | Node)
print((int | None) == (None | int), int | int, list[int] == list[int], {list[int]: 1}[list[int]])
alias = dict[str, int]
print(alias.__origin__, alias.__args__, alias([("a", 1)]), type(alias), isinstance(alias, types.GenericAlias))
union = int | str
print(type(union), union.__args__, isinstance(3, union), isinstance(3.0, union), issubclass(bool, union))
print(isinstance("x", int | None), isinstance(None, int | None))
try:
    isinstance([], list[int])
except TypeError as error:
    print(error)
try:
    int | 3
except TypeError as error:
    print(error)


def scale(values: list[float], by: float | None = None) -> list[float]:
    return [value * (by or 1.0) for value in values]


print(scale.__annotations__, scale([1.0], 2.0))


class Stack(list[int]):
    pass


print(Stack([1, 2]), Stack.__mro__, Stack.__orig_bases__)
try:
    int[str]
except TypeError as error:
    print(error)
