f = lambda x: x["k"]


class A:
    value = f({"k": 1})
    other = f({})
