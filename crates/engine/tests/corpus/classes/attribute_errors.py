class A:
    def __init__(self):
        self.real = 1


a = A()
for action in (
    lambda: a.unreal,
    lambda: A.unreal,
    lambda: None.x,
    lambda: (1).foo,
    lambda: "s".bar,
    lambda: [].baz(),
):
    try:
        action()
    except AttributeError as error:
        print(error)
del a.real
try:
    a.real
except AttributeError as error:
    print(error)
