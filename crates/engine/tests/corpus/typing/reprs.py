import typing
from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Final, FrozenSet, Iterable, Iterator, List, Literal, Optional, Sequence, Set,
    Tuple, Type, TypeVar, Union, cast,
)

T = TypeVar("T")
K = TypeVar("K", bound=str)
print(List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Set[str], FrozenSet[int], Type[int])
print(List, Dict, Tuple, Any, Optional, Union, Callable, Iterable)
print(Optional[int], Union[int, str], Union[int, None, str], Union[int, int], Optional[List[str]])
print(Callable[[int, str], bool], Callable[..., None], Callable[[], Any])
print(Literal["a", 1, True], ClassVar[int], Final[str], Annotated[int, "meters", 3])
print(T, K, List[T], Dict[K, T], List[T][int], Dict[K, T][str, int])
print(Iterable[int], Sequence[str], Iterator[T])
print(Union[int, str] == Union[str, int], List[int] == List[int], Optional[int] == Union[int, None], hash(List[int]) == hash(List[int]))
print(typing.get_origin(List[int]), typing.get_args(Dict[str, int]), typing.get_args(Callable[[int], str]))
print(typing.get_origin(Union[int, str]), typing.get_origin(int), typing.get_args(int), typing.get_origin(Literal[1]))
print(cast(int, "text"), typing.TYPE_CHECKING, isinstance([], List), issubclass(dict, Dict))
print(Optional["Later"], List["Later"], Union["A", int])
print(int | T, List[int] | None, Optional[int | str])
for action in (
    lambda: List(), lambda: Optional[1, 2], lambda: Union[()], lambda: isinstance(1, List[int]), lambda: Any(),
    lambda: List[int, str], lambda: Union(), lambda: Callable[int],
):
    try:
        print(action())
    except TypeError as error:
        print(str(error).splitlines()[0][:60])


def f(a: int, b: Optional[str] = None, *args: Any, c: "List[int]", **kw: Dict[str, T]) -> Tuple[int, ...]: ...


print(f.__annotations__)
print(typing.get_type_hints(f))
