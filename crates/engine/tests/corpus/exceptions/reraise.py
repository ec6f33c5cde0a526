def f():
    try:
        raise ValueError("inner")
    except ValueError:
        print("noted")
        raise


try:
    f()
except ValueError as error:
    print("outer", error)
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise "text"
except TypeError as error:
    print(error)
