def describe(error, depth=0):
    pad = "  " * depth
    print(f"{pad}{error!r} suppress={error.__suppress_context__}")
    if error.__cause__ is not None:
        print(f"{pad}cause:")
        describe(error.__cause__, depth + 1)
    if error.__context__ is not None and error.__context__ is not error.__cause__:
        print(f"{pad}context:")
        describe(error.__context__, depth + 1)


def run(function):
    print("--", function.__name__)
    try:
        function()
    except BaseException as error:
        describe(error)


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("second") from error


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second") from None


def in_finally():
    try:
        1 / 0
    finally:
        raise ValueError("in finally")


def three_deep():
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise TypeError("b")
    except TypeError:
        raise OSError("c")


def reraise_same():
    try:
        raise ValueError("a")
    except ValueError as error:
        raise error


def reraise_after_other():
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise TypeError("b")
        except TypeError:
            pass
        raise


def from_class():
    raise KeyError("k") from ValueError


def handled_then_new():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise ValueError("fresh")


def in_exit():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *args):
            raise RuntimeError("exit failed")

    with Manager():
        raise ValueError("body")


def in_generator():
    def generate():
        try:
            yield 1
        except ValueError:
            raise TypeError("from generator")

    g = generate()
    next(g)
    g.throw(ValueError("thrown"))


def stop_inside():
    def generate():
        yield 1
        next(iter([]))

    list(generate())


def cycle():
    a = ValueError("a")
    try:
        raise a
    except ValueError:
        try:
            raise KeyError("b")
        except KeyError:
            raise a


def manual():
    error = ValueError("with manual cause")
    error.__cause__ = TypeError("set by hand")
    raise error


def exit_in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        raise SystemExit(3)


for function in (implicit, explicit, suppressed, in_finally, three_deep, reraise_same, reraise_after_other, from_class, handled_then_new, in_exit,
                 in_generator, stop_inside, cycle, manual, exit_in_handler):
    run(function)
try:
    ValueError("x").__cause__ = 5
except TypeError as error:
    print(error)
try:
    ValueError("x").__context__ = "text"
except TypeError as error:
    print(error)
import sys
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError as error:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is error, sys.exception() is error)
