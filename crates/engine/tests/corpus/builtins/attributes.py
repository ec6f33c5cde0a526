class Point:
    kind = "point"
    def __init__(self, x, y): self.x, self.y = x, y
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
p = Point(3, 4)
print(getattr(p, "x"), getattr(p, "z", "none"), getattr(p, "norm")(), hasattr(p, "y"), hasattr(p, "z"), hasattr(Point, "kind"), getattr(Point, "kind"))
setattr(p, "z", 9); setattr(Point, "kind", "changed")
print(p.z, p.kind, vars(p), p.__dict__ == vars(p)); delattr(p, "z"); print(hasattr(p, "z"), vars(p))
vars(p)["w"] = 12; p.__dict__["v"] = 13; p.__dict__.update(u=14)
print(p.w, p.v, p.u, sorted(vars(p))); del p.__dict__["w"]; print(hasattr(p, "w")); p.u = 15; print(p.__dict__["u"], len(p.__dict__), "v" in vars(p))
for name in ["x", "y"]: setattr(p, name, getattr(p, name) * 10)
print(p.x, p.y, [name for name in dir(p) if not name.startswith("_")], [n for n in dir(Point) if not n.startswith("_")])
class Bag:
    def __init__(self, **fields): self.__dict__.update(fields)
    def __repr__(self): return f"Bag({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"
print(Bag(a=1, b="two"), Bag(a=1).a)
class Shared:
    _state = {}
    def __init__(self): self.__dict__ = self._state
one, two = Shared(), Shared(); one.colour = "red"; print(two.colour, one is two, two.__dict__ is Shared._state)
print(isinstance(p, Point), isinstance(3, (str, int)), isinstance(True, int), isinstance(3, int | str), isinstance(None, type(None)), issubclass(bool, int), issubclass(Point, object), issubclass(int, (str, float)), callable(p), callable(Point), callable(len), callable(lambda: 0), callable("a"))
for call in (lambda: getattr(p, "nope"), lambda: getattr(p, 3), lambda: setattr(3, "a", 1), lambda: delattr(p, "nope"), lambda: isinstance(3, 4), lambda: issubclass(3, int), lambda: vars(3), lambda: hasattr(p), lambda: getattr(p), lambda: setattr(p, "a"), lambda: setattr(int, "a", 1), lambda: Point(1), lambda: isinstance(3, [int]), lambda: None.foo, lambda: "a".foo, lambda: [].push(1)):
    try: print(call())
    except (AttributeError, TypeError) as error: print(type(error).__name__, error)
