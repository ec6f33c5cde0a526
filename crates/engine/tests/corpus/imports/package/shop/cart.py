print("cart begins", __name__, __package__)
from . import pricing
from .pricing.discounts import apply


class Cart:
    def __init__(self):
        self.lines = []

    def add(self, name, price, count=1):
        self.lines.append((name, apply(price, "none"), count))

    def total(self):
        return sum(price * count for _, price, count in self.lines)
