import time


class Thing:
    kind = "thing"

    def __init__(self):
        self.value = 1

    def method(self):
        pass


thing = Thing()


def assign(target, value):
    target.attribute = value


def delete(target):
    del target.attribute


tries = [
    lambda: thing.missing, lambda: Thing.missing, lambda: (5).missing, lambda: "x".missing, lambda: [].missing, lambda: {}.missing,
    lambda: None.missing, lambda: (1, 2).missing, lambda: len.missing, lambda: thing.method.missing, lambda: Thing.method.missing,
    lambda: int.missing, lambda: type.missing, lambda: True.missing, lambda: (2.5).missing, lambda: b"".missing, lambda: range(3).missing,
    lambda: (x for x in []).missing, lambda: ValueError("x").missing, lambda: (lambda: 0).missing, lambda: super(Thing, thing).missing,
    lambda: assign(5, 1), lambda: assign("x", 1), lambda: assign([], 1), lambda: assign(None, 1), lambda: assign(int, 1), lambda: assign(object(), 1),
    lambda: assign(len, 1), lambda: delete(thing), lambda: delete(5), lambda: delete(Thing), lambda: delete(None), lambda: thing.value.nope,
    lambda: getattr(thing, "nope"), lambda: getattr(thing, 5), lambda: setattr(thing, 5, 1), lambda: hasattr(thing, 5), lambda: delattr(thing, "nope"),
    lambda: None.append(1), lambda: None.group(), lambda: "abc".push(1), lambda: [1].add(2), lambda: {1}.append(2), lambda: {}.has_key(1),
    lambda: thing.method.__self__.gone, lambda: object().x, lambda: thing().x, lambda: setattr(thing, "__dict__", 5), lambda: setattr(thing, "__class__", 5),
]
for number, attempt in enumerate(tries):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__, error)
try:
    thing.vlaue
except AttributeError as error:
    print(error.name, error.obj is thing, error.args)
try:
    no_such_name
except NameError as error:
    print(error.name, error.args)
