class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        if not isinstance(other, P):
            return NotImplemented
        return self.x == other.x


class Q(P):
    def __hash__(self):
        return 7


print(P(1) == P(1), P(1) != P(2), P(1) == 1, [P(1)].index(P(1)), P(2) in [P(1), P(2)])
try:
    {P(1): 1}
except TypeError as error:
    print(error)
print({Q(1), Q(1), Q(2)}.__len__(), {Q(1): "a"}[Q(1)])
