class Meta(type):
    def __new__(mcs, name, bases, namespace, **options):
        print("new", mcs.__name__, name, [base.__name__ for base in bases], sorted(k for k in namespace if k[0] != "_"), options)
        namespace["added"] = name.lower()
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        print("init", cls.__name__, options)
        super().__init__(name, bases, namespace)
        cls.size = len(name)

    def __call__(cls, *args, **keywords):
        print("call", cls.__name__, args, keywords)
        return super().__call__(*args, **keywords)

    def describe(cls):
        return f"{cls.__name__} made by {type(cls).__name__}"

    @property
    def title(cls):
        return cls.__name__.title()


class Base(metaclass=Meta):
    a = 1

    def __init__(self, value):
        self.value = value


class Derived(Base, extra=True):
    b = 2


print(Base.added, Derived.added, Base.size, Derived.size)
thing = Derived(5)
print(thing.value, thing.a, thing.b, type(thing) is Derived)
print(Derived.describe(), Derived.title)
print(type(Derived) is Meta, isinstance(Derived, Meta), isinstance(Derived, type))
try:
    thing.describe()
except AttributeError as error:
    print(error)
