import random

print(all(0 <= random.random() < 1 for _ in range(100)))
print(all(1 <= random.randint(1, 3) <= 3 for _ in range(100)))
print({random.choice([1, 2]) for _ in range(100)} == {1, 2})
for action in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2)):
    try:
        action()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
