class Quacks(type):
    def __instancecheck__(cls, instance):
        print("asking about", type(instance).__name__)
        return hasattr(instance, "quack")

    def __subclasscheck__(cls, subclass):
        return hasattr(subclass, "quack")


class Duck(metaclass=Quacks):
    pass


class Robot:
    def quack(self):
        return "beep"


class Stone:
    pass


print(isinstance(Robot(), Duck), isinstance(Stone(), Duck), isinstance(Duck(), Duck))
print(issubclass(Robot, Duck), issubclass(Stone, Duck))
print(isinstance(Robot(), (int, Duck)), issubclass(Stone, (int, Duck)))
match Robot():
    case Duck():
        print("matched by the hook")
for arguments in ((1, 2), (1, "int"), (1, (int, 3)), ("", (int, 3))):
    try:
        print(isinstance(*arguments))
    except TypeError as error:
        print(error)
for arguments in ((1, int), (int, 2)):
    try:
        print(issubclass(*arguments))
    except TypeError as error:
        print(error)
print(isinstance(True, int), issubclass(bool, int), isinstance(int, type), isinstance(type, object), issubclass(int, object))
