from typing import Any, Dict, List, NamedTuple, Optional, TypedDict


class Point(NamedTuple):
    """Where."""

    x: int
    y: int = 0
    label: str = "p"

    def shifted(self, by: int) -> "Point":
        return self._replace(x=self.x + by)

    @property
    def total(self):
        return self.x + self.y


p = Point(1)
x, y, label = p
print(p, p.x, p[1], label, len(p), p == (1, 0, "p"), p.shifted(2), p.total)
print(Point._fields, Point._field_defaults, p._asdict(), Point.__doc__, isinstance(p, tuple), Point.__name__)
print(sorted([Point(2), Point(1, 5), Point(1)]), Point._make([7, 8, "m"]), {p: 1}[Point(1)])
for action in (lambda: Point(), lambda: setattr(p, "x", 2), lambda: Point(1, 2, 3, 4)):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
Employee = NamedTuple("Employee", [("name", str), ("id", int)])
print(Employee("ann", 3), Employee.__annotations__)


class Movie(TypedDict):
    name: str
    year: int


class Full(Movie, total=False):
    rating: float


movie: Movie = {"name": "x", "year": 1999}
print(movie, Movie(name="y", year=2000), type(Movie(name="z", year=1)), Movie.__annotations__)
print(sorted(Full.__required_keys__), sorted(Full.__optional_keys__), Full.__total__)
match p:
    case Point(x=1, y=y):
        print("matched", y)


def process(items: List[Dict[str, Any]], limit: Optional[int] = None) -> List[str]:
    return [str(item["name"]) for item in items[:limit]]


print(process([{"name": 1}, {"name": 2}], 1))
