class V:
    def __init__(self, *xs):
        self.xs = xs

    def __add__(self, other):
        return V(*(a + b for a, b in zip(self.xs, other.xs)))

    def __mul__(self, k):
        return V(*(a * k for a in self.xs))

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, V) and self.xs == other.xs

    def __hash__(self):
        return hash(self.xs)

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __contains__(self, x):
        return x in self.xs

    def __bool__(self):
        return any(self.xs)

    def __str__(self):
        return "<" + ", ".join(map(str, self.xs)) + ">"


a, b = V(1, 2), V(3, 4)
print(a + b, a * 3, 3 * a, -a)
print(a == V(1, 2), a != b, len(a), a[1], 2 in a, 5 in a)
print(bool(V(0, 0)), bool(a), list(a), {a: "key"}[V(1, 2)])
