def run(action):
    try:
        action()
    except ZeroDivisionError:
        print("zero")
    except (KeyError, IndexError) as error:
        print("look-up", type(error).__name__, error)
    except Exception as error:
        print("other", repr(error))
    else:
        print("fine")
    finally:
        print("finally")


run(lambda: 1 / 0)
run(lambda: {}["k"])
run(lambda: [][3])
run(lambda: int("x"))
run(lambda: None)
