try:
    assert 1 + 1 == 2
    assert [], "empty list"
except AssertionError as error:
    print(repr(error))
try:
    assert False
except AssertionError as error:
    print(repr(error))
