people = [("Bo", 30), ("Ana", 25), ("Cy", 30), ("Di", 25)]
print(sorted(people))
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted("bca"))
print(max(people, key=lambda p: p[1]), min(people, key=lambda p: p[1]))
print(sorted([True, 0, 2.5, -1]))
stable = sorted(range(10), key=lambda n: n % 3)
print(stable, sorted(stable, key=lambda n: n % 3, reverse=True))
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)
