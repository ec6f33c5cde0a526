class BankError(Exception):
    pass


class TooPoor(BankError):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need = need
        self.have = have


try:
    raise TooPoor(10, 3)
except BankError as error:
    print(error, error.need - error.have, error.args, repr(error))
try:
    raise BankError
except BankError as error:
    print(repr(error), str(error) == "")
print(issubclass(TooPoor, Exception), [c.__name__ for c in TooPoor.__mro__])
