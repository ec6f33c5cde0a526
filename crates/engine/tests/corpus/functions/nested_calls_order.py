def note(x):
    print("eval", x)
    return x


def f(*args, **kwargs):
    return args, kwargs


print(f(note(1), *[note(2)], k=note(3), **{"m": note(4)}))
note(1) + note(2) * note(3)
[note("a"), note("b")][note(0)]
d = {note("k"): note("v")}
x = note(1) if note(True) else note(2)
note(1) < note(2) < note(0) < note(9)
note(False) and note("never")
print(note(0) or note("second"))
