class Left:
    def __add__(self, other):
        print("Left.__add__")
        return NotImplemented

    def __eq__(self, other):
        print("Left.__eq__")
        return NotImplemented


class Right:
    def __radd__(self, other):
        print("Right.__radd__")
        return "added by the right"

    def __eq__(self, other):
        print("Right.__eq__")
        return True

    def __gt__(self, other):
        return "right is greater"

    def __rsub__(self, other):
        return f"{other} - right"

    def __rpow__(self, other):
        return f"{other} ** right"

    def __rmod__(self, other):
        return f"{other} % right"

    def __rdivmod__(self, other):
        return f"divmod({other}, right)"


print(Left() + Right())
print(Left() == Right(), Left() < Right())
print(5 - Right(), 2 ** Right(), 7 % Right(), divmod(3, Right()), [1] + Right())


class Base:
    def __add__(self, other):
        return "Base.__add__"

    def __radd__(self, other):
        return "Base.__radd__"


class Sub(Base):
    def __radd__(self, other):
        return "Sub.__radd__ first"


print(Base() + Sub(), Base() + Base(), 1 + Sub())


class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __isub__(self, other):
        self.items.remove(other)
        return self

    def __imul__(self, n):
        self.items *= n
        return self

    def __ior__(self, other):
        self.items.extend(other)
        return self

    def __mul__(self, other):
        return "plain mul"


bag = same = Bag(1)
bag += 2
bag += 3
bag -= 1
bag *= 2
bag |= (7, 8)
print(bag.items, bag is same)
holder = {"bag": bag}
holder["bag"] += 9
print(same.items[-1], holder["bag"] is bag)
numbers = other = [1]
numbers += (2, 3)
numbers *= 2
print(other)
pair = (1,)
alias = pair
pair += (2,)
print(alias, pair)
frozen = ([1],)
try:
    frozen[0] += [2]
except TypeError as error:
    print(error, frozen)
text = "a"
text *= 3
text += "b"
n = 7
n //= 2
n **= 3
n %= 10
n <<= 2
n >>= 1
n |= 1
n &= 7
n ^= 2
n /= 2
n -= 0.5
print(text, n)
