class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __truediv__(self, n):
        return Vector(self.x / n, self.y / n)

    def __floordiv__(self, n):
        return Vector(self.x // n, self.y // n)

    def __mod__(self, n):
        return Vector(self.x % n, self.y % n)

    def __pow__(self, n, modulus=None):
        return Vector(pow(self.x, n, modulus), pow(self.y, n, modulus))

    def __divmod__(self, n):
        return self // n, self % n

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __pos__(self):
        return self

    def __invert__(self):
        return Vector(self.y, self.x)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __round__(self, digits=0):
        return Vector(round(self.x, digits), round(self.y, digits))

    def __lshift__(self, n):
        return f"{self} << {n}"

    def __rshift__(self, n):
        return f"{self} >> {n}"

    def __and__(self, other):
        return f"{self} & {other}"

    def __or__(self, other):
        return f"{self} | {other}"

    def __xor__(self, other):
        return f"{self} ^ {other}"


a, b = Vector(3, 4), Vector(1, 2)
print(a + b, a - b, a * 2, 2 * a, a @ b, a / 2, a // 2, a % 2, a ** 2, pow(a, 2, 5), divmod(a, 2))
print(-a, +a, ~a, abs(a), bool(Vector(0, 0)), a == Vector(3, 4), a != b, hash(a) == hash(Vector(3, 4)))
print(round(Vector(1.256, 2.345), 1), a << 1, a >> 2, a & b, a | b, a ^ b)
print(sum([a, b], Vector(0, 0)), {a: 1}[Vector(3, 4)], a in [b, Vector(3, 4)])
for action in (lambda: a + 1, lambda: 1 + a, lambda: "x" + a, lambda: 1 - a, lambda: 1 / a):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
