class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(4)), sum(Countdown(5)), 2 in Countdown(3))


class Deck:
    def __iter__(self):
        for card in "AKQ":
            yield card


for card in Deck():
    print(card, end=" ")
print()
a, b, c = Deck()
print(c)
