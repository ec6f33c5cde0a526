import string


class Named(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        if spec.endswith("up"):
            return str(value).upper()
        return super().format_field(value, spec)


f = string.Formatter()
print(f.format("{0} {1:>5} {name!r} {x[1]} {0:.2f}", 3.14159, "ab", name="n", x=[1, 2]), f.format("{} {} {{}}", 1, 2))
print(f.vformat("{a:{w}}|", (), {"a": 5, "w": 4}), Named().format("{known} {missing} {known:up}", known="yes"))
print(list(f.parse("a{b!r:>3}c{}{{")))
for call in (lambda: f.format("{0}"), lambda: f.format("{x}"), lambda: f.format("{0!z}", 1), lambda: f.format("{} {0}", 1), lambda: f.format("}")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
