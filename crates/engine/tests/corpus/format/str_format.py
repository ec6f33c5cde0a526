class Box: pass
box = Box(); box.size = 3; box.inner = {"k": [10, 20]}; box.name = "b"
print("{} {}".format(1, "a"), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2), "{0[1]} {1[k]}".format([5, 6], {"k": "v"}), "{0.size} {0.inner[k][1]} {b.name}".format(box, b=box), "{{}} {{{}}}".format(3), "{!r} {!s} {!a}".format("é", "é", "é"), "{:>5}|{:<5}|{:^5}|".format(1, 2, 3))
print("{:{}}".format("x", 5) + "|", "{0:{1}{2}}".format(7, ">", 4), "{:{width}.{prec}f}".format(3.14159, width=8, prec=2), "{0!r:>6}".format("a"), "{n:,} {n:x} {n:e}".format(n=255), "{:%}".format(0.5), "{:c}".format(97), "{}".format([1, 2]), "{[0]}".format("ab"), "{.real}".format(4))
print("{name} is {age:d} years and {height:.1f}m".format(name="Ann", age=30, height=1.689), "{0:>{1}}".format("r", 6), "{:08.3f}".format(-3.14159), "{:+d} {:+d}".format(1, -1), "{:_^20}".format(" mid "), "{a[0]}{a[1]}".format(a="xy"), "{x}{x}".format(**{"x": 1}), "{}-{}".format(*"ab"))
print("{a}".format_map({"a": 5}), "{k[x]}".format_map({"k": {"x": 1}}))
class Default(dict):
    def __missing__(self, key): return f"<{key}>"
print("{a} {b}".format_map(Default(a=1)))
for text, args, kwargs in (("{}", (), {}), ("{1}", (1,), {}), ("{a}", (), {}), ("{", (1,), {}), ("}", (1,), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{:d}", ("a",), {}), ("{!x}", (1,), {}), ("{0.nope}", (1,), {}), ("{0[k]}", ([1],), {}), ("{0[5]}", ([1],), {}), ("{a.b}", (), {"a": 1}), ("{:>{}}", (1,), {}), ("{0[}", (1,), {}), ("{!}", (1,), {}), ("{:z}", (1,), {}), ("{0!r", (1,), {}), ("{a b}", (), {"a b": 7}), ("{ }", (), {" ": 1}), ("{0.}", (1,), {}), ("{-1}", (1,), {})):
    try: print(text, "->", text.format(*args, **kwargs))
    except Exception as error: print(text, "->", type(error).__name__, error)
