def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


class A:
    pass


class B(A):
    pass


def mro():
    class C(A, B):
        pass


def duplicate():
    class C(A, A):
        pass


def not_a_base():
    class C(5):
        pass


def bool_base():
    class C(bool):
        pass


def none_base():
    class C(type(None)):
        pass


def layout():
    class C(int, str):
        pass


def function_base():
    class C(type(len)):
        pass


def abstract():
    raise NotImplementedError("sub classes must")


def init_returns():
    class C:
        def __init__(self):
            return 5

    C()


def new_returns_other():
    class C:
        def __new__(cls):
            return 5

        def __init__(self):
            print("never")

    return C()


def super_outside():
    def f():
        super().x

    f()


def super_no_class():
    class C:
        pass

    def f(self):
        return super().x

    C.f = f
    C().f()


def super_wrong():
    super(A, 5)


def super_ok():
    class C(B):
        def who(self):
            return super(B, self).__init__, super().__class__.__name__

    return C().who()[1]


def self_missing():
    class C:
        def f():
            pass

    C().f()


def class_not_callable():
    class C:
        __call__ = None

    C()()


def object_new():
    return object.__new__(int)


def object_new_nothing():
    return object.__new__()


def instance_of_nothing():
    return isinstance(1, [int])


def delete_class_attribute():
    del A.missing


def diamond():
    class X:
        def go(self):
            return ["X"]

    class Y(X):
        def go(self):
            return ["Y", *super().go()]

    class Z(X):
        def go(self):
            return ["Z", *super().go()]

    class W(Y, Z):
        def go(self):
            return ["W", *super().go()]

    return W().go(), [c.__name__ for c in W.__mro__]


for function in (mro, duplicate, not_a_base, bool_base, none_base, layout, function_base, abstract, init_returns, new_returns_other, super_outside,
                 super_no_class, super_wrong, super_ok, self_missing, class_not_callable, object_new, object_new_nothing, instance_of_nothing,
                 delete_class_attribute, diamond):
    attempt(function)
