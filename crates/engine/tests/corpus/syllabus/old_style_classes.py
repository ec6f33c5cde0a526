"""Classes that still name object as their base, as older scripts do."""


class Account(object):
    """An account."""

    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        Account.opened += 1

    def deposit(self, amount):
        self.balance += amount
        return self

    def __str__(self):
        return "%s: %d" % (self.owner, self.balance)


class Savings(Account):
    def __init__(self, owner, rate):
        super(Savings, self).__init__(owner)
        self.rate = rate

    def __call__(self, years):
        return round(self.balance * (1 + self.rate) ** years, 2)


account = Account("Ann").deposit(5).deposit(7)
savings = Savings("Bob", 0.05)
savings.deposit(100)
print(account, savings, Account.opened)
print(savings(3))
print(Account.__bases__, Savings.__mro__[1].__name__, Account.__doc__)
print(isinstance(savings, object), issubclass(Savings, Account), type(account).__name__)
print(sorted(vars(savings).items()))
