class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


a, b = Version(1, 2), Version(1, 10)
print(a < b, a > b, a <= b, a >= b, a == b, a != b, a == "1.2", a != "1.2")
print(sorted([b, a, Version(0, 9)]), min(a, b), max(a, b))
for action in (lambda: a < 3, lambda: 3 < a, lambda: hash(a), lambda: {a: 1}, lambda: 1 < "x", lambda: [1] < (1,),
               lambda: None < 1, lambda: {} < {}, lambda: object() >= object(), lambda: max(1, "a"), lambda: sorted([1, None])):
    try:
        print(action())
    except TypeError as error:
        print(error)


def noisy(value):
    print("evaluating", value)
    return value


print(noisy(1) < noisy(5) < noisy(3))
print(noisy(3) < noisy(1) < noisy(5))
print(1 < 2 < 3 < 4, 1 < 3 > 2, 1 == 1.0 == True, 3 > 2 >= 2 != 1, 1 in [1] == True)
x = 5
print(0 < x <= 5, 0 < x < 5, not x == 5, x is x is not None)


class Answer:
    def __eq__(self, other):
        return "not a bool"

    def __lt__(self, other):
        return []

    def __contains__(self, item):
        return "truthy" if item else ""

    __hash__ = None


answer = Answer()
print(answer == 1, answer != 1, answer < 1, 1 in answer, 0 in answer, 0 not in answer, 1 > answer)
try:
    hash(answer)
except TypeError as error:
    print(error)
