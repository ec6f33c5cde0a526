class Temp:
    scale = "C"
    def __init__(self, degrees): self._degrees = degrees
    @property
    def degrees(self):
        """The degrees."""
        return self._degrees
    @degrees.setter
    def degrees(self, value):
        if value < -273: raise ValueError("too cold")
        self._degrees = value
    @degrees.deleter
    def degrees(self): print("deleted"); self._degrees = None
    @classmethod
    def freezing(cls): return cls(0)
    @staticmethod
    def to_f(c): return c * 9 / 5 + 32
    def _get(self): return "got"
    plain = property(_get, doc="plain doc")
    twice = property(lambda self: self._degrees * 2)
class Sub(Temp):
    @property
    def degrees(self): return super().degrees + 1000
    @classmethod
    def freezing(cls): made = super().freezing(); made.tag = "sub"; return made
t = Temp(20); t.degrees = 25; print(t.degrees, t.plain, t.twice, Temp.freezing().degrees, Temp.to_f(100), t.to_f(0), Sub(1).degrees, Sub.freezing().tag, type(Sub.freezing()).__name__, Temp.degrees.__doc__, Temp.plain.__doc__, isinstance(Temp.degrees, property), Temp.degrees.fget(t), Temp.__dict__["to_f"].__func__(10)); del t.degrees; print(t.degrees)
for call in (lambda: setattr(t, "degrees", -300), lambda: setattr(t, "plain", 1), lambda: delattr(t, "plain"), lambda: setattr(Sub(1), "degrees", 3), lambda: Temp.freezing(1), lambda: t.missing, lambda: Temp.missing, lambda: property().fget, lambda: super().x, lambda: super(Temp, 5).x, lambda: t.plain()):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
class Meta:
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
class A(Meta, tag="a"): pass
class B(A): pass
print(A.tag, B.tag, type(A), A.__bases__, A.__mro__[-1], type("Dyn", (A,), {"x": 1}, tag="dyn")().x, type("Dyn", (), {}).__name__, type(3) is int, type(t) == Temp, object() != object(), type(type))
class Base:
    def hi(self): return "base"
class Left(Base):
    def hi(self): return "left>" + super().hi()
class Right(Base):
    def hi(self): return "right>" + super().hi()
class Both(Left, Right):
    def hi(self): return "both>" + super().hi()
print(Both().hi(), super(Left, Both()).hi(), Both.hi(Both()), [c.__name__ for c in Both.__mro__], Both.mro()[1] is Left, issubclass(Both, Base))
