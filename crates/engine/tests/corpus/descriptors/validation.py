class Typed:
    def __init__(self, kind, low=None):
        self.kind = kind
        self.low = low

    def __set_name__(self, owner, name):
        self.public = name
        self.private = f"_{name}"

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.private)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.public} must be {self.kind.__name__}, got {type(value).__name__}")
        if self.low is not None and value < self.low:
            raise ValueError(f"{self.public} must be at least {self.low}")
        setattr(instance, self.private, value)


class Account:
    owner = Typed(str)
    balance = Typed(int, low=0)

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance


account = Account("Ada", 10)
account.balance += 5
print(account.owner, account.balance, vars(account))
for name, value in (("owner", 3), ("balance", -1), ("balance", "x")):
    try:
        setattr(account, name, value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(account.balance)
