class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases, **options):
        print("prepare", name, bases, options)
        return {"helper": 42}

    def __new__(mcs, name, bases, namespace, **options):
        cls = super().__new__(mcs, name, bases, dict(namespace))
        cls.order = [key for key in namespace if not key.startswith("__")]
        return cls

    def __init__(cls, *args, **options):
        super().__init__(*args)


class Fields(metaclass=Ordered, flag=1):
    x = helper
    y = x + 1

    def method(self):
        return __class__.order

    z = 3


print(Fields.order, Fields.x, Fields.y, Fields().method())


class Other(type):
    pass


class WithOther(metaclass=Other):
    pass


try:
    class Both(Fields, WithOther):
        pass
except TypeError as error:
    print(error)


class Deeper(Ordered):
    pass


class Sub(Fields, metaclass=Deeper):
    pass


print(type(Sub).__name__, type(Fields).__name__)


def function_metaclass(name, bases, namespace):
    return name, bases, sorted(key for key in namespace if not key.startswith("__"))


class NotAClass(metaclass=function_metaclass):
    a = 1
    b = 2


print(NotAClass)


class Collect(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__") and key in self:
            print("defined twice:", key)
        super().__setitem__(key, value)


class NoRepeat(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Collect()


class Twice(metaclass=NoRepeat):
    a = 1
    a = 2
    b = 3


print(Twice.a, Twice.b)
