import time


class Account:
    balance = 0

    def __init__(self):
        self.owner = "x"

    def deposit(self, amount):
        self.balance += amount


def local_typo():
    counter = 1
    return conter


def try_and_show(function):
    import traceback
    try:
        function()
    except Exception as error:
        print("".join(traceback.format_exception(error)).splitlines()[-1])


for function in (local_typo, lambda: Account().blance, lambda: Account().deposti(1), lambda: Account.depsit, lambda: pritn("x"), lambda: time.slep(1),
                 lambda: [].appendd, lambda: "x".uper(), lambda: {}.itmes(), lambda: Acount(), lambda: xyzzy, lambda: Account().zzzzzz, lambda: lenn([1]),
                 lambda: Account().Owner, lambda: (1).bit_lenght(), lambda: None.appen, lambda: ragne(3), lambda: True1, lambda: __nam__):
    try_and_show(function)
Account().onwer
