import random

random.seed("a text seed")
letters = list("abcdefghij")
print(random.choice(letters), random.choices(letters, k=5), random.choices("xyz", weights=[5, 1, 1], k=8))
print(random.choices("xyz", cum_weights=[1, 2, 10], k=6), random.sample(letters, 4), random.sample(range(10**6), 5))
print(random.sample(["red", "blue"], counts=[4, 2], k=5), random.sample(letters, 10), random.sample(range(100), 30)[:6])
random.shuffle(letters)
print(letters)
print([random.randint(1, 6) for _ in range(10)], [random.randrange(0, 101, 5) for _ in range(6)], [random.randrange(10, 0, -3) for _ in range(6)])
print(random.randint(1, 10**30), random.getrandbits(8), random.getrandbits(100), random.randbytes(6), random.randrange(7))
random.seed(b"bytes")
print(random.random())
random.seed(2.5)
print(random.random())
random.seed(-7)
print(random.random())
random.seed(10**40)
print(random.random())
for call in (
    lambda: random.choice([]),
    lambda: random.sample([1], 2),
    lambda: random.sample({1, 2}, 1),
    lambda: random.randint(5, 1),
    lambda: random.randrange(0),
    lambda: random.randrange(1, 5, 0),
    lambda: random.choices([1, 2], weights=[1]),
    lambda: random.choices([1, 2], weights=[0, 0]),
    lambda: random.choices([1], weights=[1], cum_weights=[1]),
    lambda: random.sample([1, 2], counts=[1], k=1),
    lambda: random.seed([1]),
    lambda: random.getrandbits(-1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
