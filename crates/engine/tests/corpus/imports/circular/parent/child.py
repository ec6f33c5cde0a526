import parent


def name():
    return parent.KIND + " of child"
