class Counter:
    total = 0
    names = []
    _private = "single"
    __mangled = "double"
    __dunder__ = "kept"

    def __init__(self, name):
        self.name = name
        self.names.append(name)
        Counter.total += 1
        self.__own = name * 2

    def reveal(self):
        return self.__mangled, self.__own, self.__secret()

    def __secret(self):
        return f"secret {self.name}"


class Sub(Counter):
    total = 100

    def __secret(self):
        return "never seen"

    def peek(self):
        try:
            return self.__own
        except AttributeError as error:
            return str(error)


a, b, s = Counter("a"), Counter("b"), Sub("s")
print(Counter.total, a.total, s.total, Sub.total, Counter.names is s.names, a.names)
a.total = 7
print(a.total, b.total, Counter.total, a.__dict__, sorted(vars(s)))
print(a.reveal(), s.reveal(), s.peek(), a._Counter__mangled, a.__dunder__, hasattr(a, "__mangled"))
del a.total
print(a.total)
Counter.added = lambda self, x=1: (self.name, x)
print(b.added(5), s.added())
setattr(Sub, "value", property(lambda self: self.name.upper()))
print(s.value, getattr(s, "missing", None), hasattr(s, "value"))
x = "global"


class Scope:
    x = "class"

    def method(self):
        return x, self.x

    y = [x for _ in range(2)]
    z = (lambda: x)()
    w = x * 2

    class Inner:
        seen = x

        def up(self):
            return Scope.x

    def default(self, value=x):
        return value


print(Scope().method(), Scope.y, Scope.z, Scope.w, Scope.Inner.seen, Scope.Inner().up(), Scope().default())


def make(kind):
    class Local:
        name = kind

        def __repr__(self):
            return f"{type(self).__qualname__}:{kind}"

    return Local


A, B = make("a"), make("b")
print(A(), B(), A is B, A.name, isinstance(A(), B))
for cls in (int, str, list, dict, type, object, ValueError):
    print(cls.__name__, cls.__module__, cls.__qualname__, cls.__bases__)
print(type(a).__name__, a.__class__ is Counter, type(Counter), type(type), type(None), type(...), type(lambda: 0), type(a.reveal), type(print), type(x for x in []))
print([n for n in dir(s) if not n.startswith("__")])
