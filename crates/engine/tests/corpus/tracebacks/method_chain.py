class Order:
    def __init__(self, lines):
        self.lines = lines

    def total(self):
        return sum(line.price() for line in self.lines)


class Line:
    def __init__(self, amount, unit):
        self.amount = amount
        self.unit = unit

    def price(self):
        return self.amount * self.unit / self.discount


print(Order([Line(2, 3)]).total())
