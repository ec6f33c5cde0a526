def f():
    def g():
        return later

    try:
        g()
    except NameError as error:
        print(error)
    later = 1
    print(g())
    del later
    try:
        g()
    except NameError as error:
        print(error)


f()
