from_config = {"host": "localhost", "port": 80, "tags": ["a", "b"], "nested": {"deep": True}}


def read(config):
    match config:
        case {"host": str(host), "port": int(port), **rest}:
            return f"{host}:{port} and {rest}"
        case {"host": host}:
            return f"host only: {host}"
        case {"kind": "a" | "b" as kind, "n": n} if n > 3:
            return f"{kind} with {n}"
        case {1: one, None: nothing}:
            return f"{one} {nothing}"
        case {}:
            return "some mapping"
        case _:
            return "no mapping"


for value in (from_config, {"host": 12}, {"kind": "b", "n": 4}, {"kind": "b", "n": 1}, {1: "x", None: "y"}, {}, [1],
              {"port": 1}):
    print(read(value))

match from_config:
    case {"nested": {"deep": flag}, "tags": [first, *_]}:
        print(flag, first)


class Codes:
    OK = 200
    MISSING = 404


match {200: "fine", 404: "gone"}:
    case {Codes.OK: text, Codes.MISSING: other, **left}:
        print(text, other, left)
