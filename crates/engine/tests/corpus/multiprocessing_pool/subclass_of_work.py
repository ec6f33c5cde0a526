# Methods and instances of the script's classes go to workers and back.
from multiprocessing import Pool


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance

    def pay(self, amount):
        self.balance += amount
        return self

    def __repr__(self):
        return f"Account({self.name!r}, {self.balance})"


def merge(a, b=0, *rest, scale=1):
    return (a + b + sum(rest)) * scale


if __name__ == "__main__":
    account = Account("x", 10)
    with Pool(2) as pool:
        print(pool.map(account.pay, [1, 2, 3]))
        print(account)
        print(pool.apply(merge, (1, 2, 3), {"scale": 10}))
        print(pool.map(str.upper, ["a", "b"]))
