class Meta(type):
    @property
    def prop(cls): return f"prop of {cls.__name__}"
    def __str__(cls): return f"str {cls.__name__}"
    def __eq__(cls, other): return cls.__name__ == getattr(other, "__name__", None)
    def __hash__(cls): return hash(cls.__name__)
    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)
    def __dir__(cls): return ["a"]
    def __getattribute__(cls, name):
        if name == "magic": return 42
        return super().__getattribute__(name)
class A(metaclass=Meta):
    x = 1
class B(A): pass
A.y = 2
print(A.prop, str(A), A == A, {A: 1}[A], A.y, dir(A), f"{A}", A.magic, B.magic)
