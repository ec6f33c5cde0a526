class A:
    pass


text = repr(A())
print(text.startswith("<__main__.A object at 0x"), text.endswith(">"))
print(A, int, type, Exception)
print(A.__init__ is object.__init__)
