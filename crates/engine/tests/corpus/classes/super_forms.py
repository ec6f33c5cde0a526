class Base:
    def __init__(self, *args, **kwargs):
        print("Base", args, kwargs)

    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def tag(self):
        return "base"


class Left(Base):
    def __init__(self, left, **kwargs):
        print("Left", left)
        super().__init__(**kwargs)

    @property
    def tag(self):
        return "left of " + super().tag


class Right(Base):
    def __init__(self, right, **kwargs):
        print("Right", right)
        super(Right, self).__init__(**kwargs)

    @classmethod
    def make(cls):
        return "right " + super().make()


class Both(Left, Right):
    def __init__(self):
        super().__init__(left=1, right=2)


both = Both()
print(both.tag, Both.make())
