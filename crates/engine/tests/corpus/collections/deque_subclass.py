from collections import *

class D2(deque):

    def __init__(self, *a):
        super().__init__(*a)
        self.name = 'n'

    def peek(self):
        return self[-1]
x = D2([1, 2])
x.append(3)
print(x, x.peek(), x.name, len(x), isinstance(x, deque))
