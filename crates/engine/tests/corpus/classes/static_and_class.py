class Pizza:
    made = 0

    def __init__(self, *toppings):
        self.toppings = toppings
        Pizza.made += 1

    @classmethod
    def margherita(cls):
        return cls("tomato", "cheese")

    @staticmethod
    def slices(size):
        return size * 2


class Calzone(Pizza):
    pass


print(Pizza.margherita().toppings, Pizza.slices(4), Pizza(1).slices(3))
print(type(Calzone.margherita()).__name__, Pizza.made)
