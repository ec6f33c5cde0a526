def f():
    try:
        1 / 0
    except ZeroDivisionError:
        return undefined_name


f()
