from collections import *
E2 = namedtuple('E2', ['name', 'age', 'city'], defaults=[30, 'NY'])
print(E2('Bob'), E2._field_defaults, E2('A', 1, 'B'), namedtuple('R', 'a class a', rename=True)._fields, namedtuple('Em', '')())

class PP(namedtuple('PP', 'a b')):
    __slots__ = ()

    @property
    def s(self):
        return self.a + self.b

    def __str__(self):
        return f'PP<{self.a}>'

    def __new__(cls, a, b=5):
        return super().__new__(cls, a, b)
print(PP(1), repr(PP(1)), PP(1).s, PP(1, 2)._replace(a=7), type(PP(1)))
