class Logged:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        print("get", self.name, type(instance).__name__, owner.__name__)
        if instance is None:
            return self
        return instance.__dict__.get("_" + self.name, "unset")

    def __set__(self, instance, value):
        print("set", self.name, value)
        instance.__dict__["_" + self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__["_" + self.name]


class Holder:
    field = Logged()


holder = Holder()
print(holder.field)
holder.field = 5
print(holder.field, holder.__dict__)
del holder.field
print(holder.field)
print(type(Holder.field).__name__)
setattr(holder, "field", 7)
print(getattr(holder, "field"))
delattr(holder, "field")


class NonData:
    def __get__(self, instance, owner):
        return "from the class"


class Shadowed:
    value = NonData()


shadowed = Shadowed()
print(shadowed.value)
shadowed.value = "own"
print(shadowed.value, Shadowed.value)
del shadowed.value
print(shadowed.value)


class ReadOnly:
    def __get__(self, instance, owner):
        return 42

    def __set__(self, instance, value):
        raise AttributeError("read only")


class Uses:
    answer = ReadOnly()


uses = Uses()
try:
    uses.answer = 1
except AttributeError as error:
    print(error, uses.answer)
try:
    del uses.answer
except AttributeError as error:
    print(error)


class Cached:
    def __init__(self, function):
        self.function = function
        self.name = function.__name__

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = self.function(instance)
        instance.__dict__[self.name] = value
        return value


class Square:
    def __init__(self, side):
        self.side = side

    @Cached
    def area(self):
        print("computing")
        return self.side ** 2


square = Square(4)
print(square.area, square.area, vars(square))
