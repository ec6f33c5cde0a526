class Plugin:
    registry = []

    def __init_subclass__(cls, /, kind="plain", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind
        cls.registry.append((cls.__name__, kind))


class A(Plugin):
    pass


class B(Plugin, kind="special"):
    pass


class C(B):
    pass


print(Plugin.registry, B.kind, C.kind)


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        return f"{owner.__name__}.{self.name}"


class Holder:
    first = Named()
    second = Named()


print(Holder.first, Holder().second)
try:
    class Wrong(A, colour="red"):
        pass
except TypeError as error:
    print(error)
try:
    class Plain(wrong=1):
        pass
except TypeError as error:
    print(error)


class Broken:
    def __set_name__(self, owner, name):
        raise ValueError("no")


try:
    class Uses:
        field = Broken()
except RuntimeError as error:
    print(error, repr(error.__cause__))


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item!r}"


print(Box[int], Box["a", 1])
