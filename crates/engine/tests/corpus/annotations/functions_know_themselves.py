def outer(a, b=1):
    """Outer does things.

    More text.
    """
    secret = 5

    def inner(x):
        return x + secret

    return inner


class Klass:
    """A class."""

    attribute = 1

    def method(self):
        "A method."

    class Inner:
        def deep(self):
            pass


inner = outer(1)
print(outer.__name__, outer.__qualname__, outer.__module__, repr(outer.__doc__))
print(inner.__name__, inner.__qualname__, inner.__closure__[0].cell_contents, inner.__code__.co_freevars)
print(Klass.__name__, Klass.__qualname__, Klass.__module__, Klass.__doc__, Klass.Inner.__qualname__)
print(Klass.method.__qualname__, Klass().method.__name__, Klass.Inner.deep.__qualname__, Klass.method.__doc__)
print(outer.__code__.co_name, outer.__code__.co_argcount, outer.__code__.co_varnames, outer.__code__.co_firstlineno)
print(Klass.__dict__["attribute"], "method" in vars(Klass), sorted(k for k in vars(Klass) if not k.startswith("__")))
print([name for name in dir(Klass) if not name.startswith("__")], [name for name in dir(Klass()) if not name.startswith("_")])
instance = Klass()
instance.own = 1
print(instance.__dict__, vars(instance), instance.__class__, instance.__class__.__name__, type(instance).__mro__)
instance.__dict__["added"] = 2
instance.__dict__.update(more=3)
print(instance.added, instance.more, sorted(vars(instance)))
instance.__dict__ = {"fresh": 1}
print(instance.fresh, hasattr(instance, "own"))
outer.__name__ = "renamed"
outer.__doc__ = "new doc"
print(outer.__name__, outer.__doc__, outer.__qualname__)
print(repr(Klass), repr(Klass.Inner), str(int), type(outer).__name__, type(Klass.method).__name__, type(instance.method).__name__)


class Other:
    pass


instance.__class__ = Other
print(type(instance).__name__, isinstance(instance, Other))
print(len.__name__, len.__qualname__, str.upper.__name__, [].append.__name__, int.__name__, print.__module__)
print(Klass.__bases__, bool.__bases__, Other.__base__, [c.__name__ for c in bool.__mro__], Klass.__subclasses__())


class Sub(Klass):
    pass


print(Klass.__subclasses__(), Sub.mro())


def decorate(function):
    def wrapper(*args):
        return function(*args)

    wrapper.__wrapped__ = function
    wrapper.__name__ = function.__name__
    return wrapper


@decorate
def target():
    return 1


print(target.__name__, target.__wrapped__(), target.__qualname__)
