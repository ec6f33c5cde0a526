class Plain:
    pass


class Equal:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n


class Both(Equal):
    def __hash__(self):
        return hash(self.n)


class Inherits(Both):
    pass


class EqAgain(Both):
    def __eq__(self, other):
        return True


class Keeps(Both):
    def __eq__(self, other):
        return self.n == other.n

    __hash__ = Both.__hash__


print(hash(Plain()) == hash(Plain), len({Plain(), Plain()}), Equal.__hash__, EqAgain.__hash__)
print(len({Both(1), Both(1), Both(2)}), len({Inherits(1), Inherits(1)}), len({Keeps(3), Keeps(3)}))
for make in (lambda: {Equal(1)}, lambda: {EqAgain(1): 2}, lambda: hash([]), lambda: {[]: 1}, lambda: {{}}, lambda: hash((1, [])),
             lambda: {1: 2}[[]], lambda: set([[1]]), lambda: hash(slice(1)), lambda: [] in {1}, lambda: {1}.add({})):
    try:
        print(make())
    except TypeError as error:
        print(error)
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None))
print(hash(2 ** 61 - 1), hash(-1), hash(-2), hash(0.5), hash(10 ** 20), hash(float("inf")), hash(True), hash(1 << 70))
print({1: "int", 1.0: "float", True: "bool"})
