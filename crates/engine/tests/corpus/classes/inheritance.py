class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"


class Dog(Animal):
    sound = "woof"

    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)

    def speak(self):
        return super().speak() + "!" * len(self.tricks)


class Puppy(Dog):
    sound = "yip"


print(Animal("It").speak())
print(Dog("Rex", ["sit", "roll"]).speak())
print(Puppy("Bit").speak())
print(issubclass(Puppy, Animal), isinstance(Puppy("x"), (int, Dog)))
print([c.__name__ for c in Puppy.__mro__])
