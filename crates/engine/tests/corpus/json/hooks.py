"""The hooks of loads, which may be any functions of the script, sleeping ones too."""
import json
import time


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def as_point(d):
    time.sleep(0.001)
    return Point(**d) if d.keys() == {"x", "y"} else d


text = '{"a": {"x": 1, "y": 2.5}, "b": [{"x": 0, "y": -1}, {}], "c": NaN}'
print(json.loads(text, object_hook=as_point))
print(json.loads(text, object_pairs_hook=lambda pairs: pairs))
print(json.loads(text, parse_int=lambda s: f"int:{s}", parse_float=lambda s: f"float:{s}", parse_constant=lambda s: f"<{s}>"))
print(json.loads('{"k": 1, "k": 2}', object_pairs_hook=lambda pairs: [k for k, _ in pairs]))


class Decoder(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        super().__init__(object_hook=self.convert, *args, **kwargs)

    def convert(self, d):
        return tuple(d.items())


print(json.loads('[{"a": 1}, {"b": {"c": 2}}]', cls=Decoder))
decoder = json.JSONDecoder()
print(decoder.raw_decode("[1, 2] and more"), decoder.raw_decode("skip {} x", 5), decoder.decode(" 7 "))
for number in ("0", "-0", "-1", "1.5e3", "1E-2", "1e400", "123456789012345678901234567890"):
    print(repr(json.loads(number)), end=" ")
print(json.loads(json.dumps([1, {"x": [None, True]}])) == [1, {"x": [None, True]}])
