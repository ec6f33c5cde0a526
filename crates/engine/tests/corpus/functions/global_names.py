count = 0


def bump():
    global count
    count += 1
    return count


def shadow():
    count = 100
    return count


def make():
    global made
    made = "made here"


print(bump(), bump(), shadow(), count)
make()
print(made)
