class Temperature:
    """Degrees."""

    def __init__(self, celsius):
        self._celsius = celsius

    @property
    def celsius(self):
        "The value in Celsius."
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleting")
        self._celsius = None

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    def _get(self):
        return "old style"

    old = property(_get, doc="an old property")
    write_only = property(None, lambda self, value: print("wrote", value))


t = Temperature(25)
print(t.celsius, t.fahrenheit, t.old)
t.celsius = 30
print(t.fahrenheit)
try:
    t.celsius = -300
except ValueError as error:
    print(error)
del t.celsius
print(t.celsius)
for action in (lambda: setattr(t, "fahrenheit", 1), lambda: delattr(t, "fahrenheit"), lambda: t.write_only):
    try:
        action()
    except AttributeError as error:
        print(error)
t.write_only = 5
print(Temperature.celsius.__doc__, "|", Temperature.old.__doc__, "|", Temperature.__doc__)
print(type(Temperature.celsius), Temperature.fahrenheit.fset, Temperature.celsius.fget.__name__)
print(isinstance(Temperature.celsius, property))


class Warm(Temperature):
    @property
    def celsius(self):
        return super().celsius + 1

    @celsius.setter
    def celsius(self, value):
        Temperature.celsius.fset(self, value)


w = Warm(10)
print(w.celsius)
w.celsius = 20
print(w.celsius, w._celsius)


class Cascade(Temperature):
    @Temperature.celsius.getter
    def celsius(self):
        return "replaced"


print(Cascade(1).celsius)


class Failing:
    @property
    def value(self):
        return self.missing

    def __getattr__(self, name):
        return f"fallback for {name}"


print(Failing().value)


class Broken:
    @property
    def value(self):
        raise AttributeError("inside the property")


print(hasattr(Broken(), "value"), getattr(Broken(), "value", "default"))
try:
    Broken().value
except AttributeError as error:
    print(error)
