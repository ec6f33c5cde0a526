def greet(self):
    return f"hello from {self.name}"


Person = type("Person", (), {"greet": greet, "species": "human", "__init__": lambda self, name: setattr(self, "name", name)})
print(Person, Person.__name__, Person.__module__, Person.__bases__, Person.__mro__)
print(Person("Ada").greet(), Person("Bob").species)
Child = type("Child", (Person,), {"species": "young"})
print(Child("Cy").greet(), Child.species, issubclass(Child, Person))
print(type(Child), type(3), type(None), type(type), type(len), type(greet))
for args in ((1, (), {}), ("X", 1, {}), ("X", (), 1), ("X", ())):
    try:
        print(type(*args))
    except TypeError as error:
        print(error)
Made = [type(f"Worker{n}", (), {"number": n}) for n in range(3)]
print([made.__name__ for made in Made], [made.number for made in Made])
print(type("Doc", (), {"__doc__": "its text"}).__doc__)
