rate = 0.2


def with_tax(price):
    return round(price * (1 + rate), 2)
