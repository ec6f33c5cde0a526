import copy
import operator


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __getitem__(self, key):
        row, column = key
        return self.rows[row][column]

    def __setitem__(self, key, value):
        self.rows[key[0]][key[1]] = value

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __iter__(self):
        return (cell for row in self.rows for cell in row)

    def __len__(self):
        return len(self.rows)

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __repr__(self):
        return f"Matrix({self.rows})"

    def __copy__(self):
        print("shallow")
        return Matrix(self.rows)

    def __deepcopy__(self, memo):
        print("deep")
        return Matrix(copy.deepcopy(self.rows, memo))

    def __reversed__(self):
        return reversed(list(self))

    def __bool__(self):
        return any(self)

    def __contains__(self, value):
        return any(value == cell for cell in self)

    def __call__(self, function):
        return Matrix([[function(cell) for cell in row] for row in self.rows])

    def __neg__(self):
        return self(operator.neg)

    def __enter__(self):
        self.saved = copy.deepcopy(self.rows)
        return self

    def __exit__(self, kind, error, trace):
        self.rows = self.saved
        return kind is ZeroDivisionError


m = Matrix([[1, 2], [3, 4]])
print(m[1, 0], m @ m, list(m), len(m), 3 in m, 9 in m, -m, m(lambda x: x * 10), list(reversed(m)), bool(Matrix([[0]])))
m[0, 0] = 9
print(m, copy.copy(m) == m, copy.deepcopy(m) == m, m != Matrix([[9]]))
with m as inside:
    inside[0, 0] = 100
    print(inside)
    1 / 0
print(m, sum(m), max(m), sorted(m), dict(enumerate(m)))
a, b, c, d = m
print(a, b, c, d, [*m], {*m} == {9, 2, 3, 4})


class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __repr__(self):
        return f"<{self.value}>"


items = [Ordered(3), Ordered(1), Ordered(2)]
print(sorted(items), min(items), max(items), sorted(items, reverse=True), sorted(items, key=lambda o: -o.value))
items.sort()
print(items, items.index(items[1]), items[0] < items[1], items[0] > items[1])


class Lazy:
    def __getattr__(self, name):
        value = f"made {name}"
        setattr(self, name, value)
        return value


lazy = Lazy()
print(lazy.first, lazy.__dict__, lazy.first, hasattr(lazy, "anything"), vars(lazy))


class Flags:
    def __init__(self, bits):
        self.bits = bits

    def __or__(self, other):
        return Flags(self.bits | other.bits)

    def __and__(self, other):
        return Flags(self.bits & other.bits)

    def __invert__(self):
        return Flags(~self.bits & 0xF)

    def __index__(self):
        return self.bits

    __int__ = __index__

    def __hash__(self):
        return self.bits

    def __eq__(self, other):
        return self.bits == int(other)


f = Flags(1) | Flags(4)
print(int(f), f == 5, int(~f), int(f & Flags(4)), bin(f), [0, 1, 2, 3, 4, 5, 6][f], {f: "x"}[5])
