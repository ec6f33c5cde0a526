def f():
    try:
        try:
            raise ValueError(1)
        finally:
            print("inner finally")
    except ValueError as error:
        print("caught", error)
        try:
            raise KeyError(2)
        except KeyError:
            print("second")
        finally:
            print("third")
    else:
        print("never")
    finally:
        print("outer finally")


f()
