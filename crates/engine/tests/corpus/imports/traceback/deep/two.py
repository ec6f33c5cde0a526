def divide(a, b):
    """Divides."""
    return a // b
