from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass
class Point:
    """A point."""

    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


a, b = Point(3, 4), Point(3, y=4)
print(a, a == b, a != Point(1), a is b, a.norm(), Point.__doc__)
a.tags.append("first")
print(b.tags, a == b, a == (3, 4, []), repr(Point(x=1)))
print(asdict(a), astuple(a), [f.name for f in fields(a)], is_dataclass(a), is_dataclass(Point), is_dataclass(3))
print(replace(a, x=10), Point.__match_args__, a.__dict__)
for action in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(1, z=2), lambda: a < b, lambda: hash(a)):
    try:
        action()
    except TypeError as error:
        print(error)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


v = Version(1, 2, "x")
print(sorted([Version(2), v, Version(1, 1)]), v == Version(1, 2, "y"), v >= Version(1), max(v, Version(1, 3)))
print(hash(v) == hash(Version(1, 2)), {v: 1}[Version(1, 2)])
for action in (lambda: setattr(v, "major", 2), lambda: delattr(v, "minor"), lambda: setattr(v, "new", 1)):
    try:
        action()
    except FrozenInstanceError as error:
        print(type(error).__name__, error)
print(issubclass(FrozenInstanceError, AttributeError))
