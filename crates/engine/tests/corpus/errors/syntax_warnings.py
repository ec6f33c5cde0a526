x = 5
if x is 5:
    print("is with a literal")
print(x is not "a", x is None, x is True, x is ..., x is (), "a" is x)
assert (x, "never fails")


def never():
    return [1, 2]["a"], "abc"["x"], [(1, 2) (3, 4)], {1}[0], None[0]


print("end", [1, 2][True], "abc"[1:])
