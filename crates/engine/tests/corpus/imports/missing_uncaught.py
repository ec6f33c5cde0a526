# nobody has this module, and nobody catches that
print("before")


def load():
    import certainly_not_a_module

    return certainly_not_a_module


load()
