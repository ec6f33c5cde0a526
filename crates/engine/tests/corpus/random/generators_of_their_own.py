import random

a, b = random.Random(1), random.Random(1)
print(a.random() == b.random(), a.randint(1, 100), b.randint(1, 100))
state = a.getstate()
first = [a.random() for _ in range(3)], a.gauss(0, 1)
a.setstate(state)
print(first == ([a.random() for _ in range(3)], a.gauss(0, 1)), len(state), state[0], len(state[1]), state[2])
random.seed(5)
saved = random.getstate()
x = random.random()
random.setstate(saved)
print(x == random.random())


class Loaded(random.Random):
    def roll(self):
        return self.randint(1, 6) + self.randint(1, 6)


dice = Loaded(42)
print([dice.roll() for _ in range(8)], isinstance(dice, random.Random))
secure = random.SystemRandom()
print(0 <= secure.random() < 1, 1 <= secure.randint(1, 3) <= 3, secure.choice("aaa"))
try:
    secure.getstate()
except NotImplementedError as error:
    print(error)
a.seed(9)
b.seed(9)
print(a.sample(range(50), 5) == b.sample(range(50), 5), a.choices("ab", k=3) == b.choices("ab", k=3), random.Random().random() < 1)
