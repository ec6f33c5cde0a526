x: int = 1
y: "str"
z: list[int] = []
(w): float = 2.0


def function(a: int, b: "text" = 1, *args: float, c: bool = True, **kwargs: dict) -> None:
    local: int = 5
    undefined: NotDefinedAnywhere
    return local


class Model:
    name: str
    age: int = 3
    tags: list[str] = []

    def method(self, other: "Model") -> "Model":
        return other


print(__annotations__)
print(function.__annotations__)
print(Model.__annotations__, Model.method.__annotations__, Model.age)
print(function(1))
print(hasattr(Model, "name"))
function.__annotations__["extra"] = 1
print(sorted(function.__annotations__))
print((lambda x: x).__annotations__)


class Child(Model):
    extra: bytes


print(Child.__annotations__)


def evaluated(a: print("evaluated annotation")) -> print("evaluated return"):
    pass


target = {}
target["k"]: int = 5
print(target)
print(list[int], dict[str, int], tuple[int, ...], set[str], type[int])
print(int | None, int | str | None, list[int] | None)
print(isinstance(3, int | str), isinstance(None, int | None), isinstance(2.0, int | str), issubclass(bool, int | str))
