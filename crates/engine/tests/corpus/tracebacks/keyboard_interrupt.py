def work():
    raise KeyboardInterrupt


try:
    work()
except KeyboardInterrupt as error:
    print("caught", repr(error))
try:
    try:
        work()
    except Exception:
        print("never")
    finally:
        print("cleaned up")
except BaseException as error:
    print(isinstance(error, Exception), repr(error))
