try:
    f"{'a':d}"
except ValueError as error:
    print(error)
try:
    f"{1:s}"
except ValueError as error:
    print(error)
try:
    f"{1.5:d}"
except ValueError as error:
    print(error)
try:
    f"{[1]:5}"
except TypeError as error:
    print(error)
