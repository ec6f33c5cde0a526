add = lambda a, b=10: a + b
print(add(1), add(1, 2))
print((lambda *args: len(args))(1, 2, 3))
print(sorted(["bb", "a", "ccc"], key=lambda text: -len(text)))
print(add.__name__)
