print("broken begins")


def check(value):
    if value < 0:
        raise ValueError(f"bad value {value}")


check(1)
check(-1)
print("never printed")
