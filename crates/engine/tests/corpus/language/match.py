def describe(value):
    match value:
        case 0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float():
            return "number"
        case "a" | "b":
            return "letter"
        case [x]:
            return f"one: {x}"
        case [x, *rest]:
            return f"first {x}, rest {rest}"
        case {"kind": kind, **others}:
            return f"{kind} {others}"
        case None:
            return "none"
        case _:
            return "other"


for value in (0, -5, 7, 2.5, "a", [1], (1, 2, 3), {"kind": "k", "z": 1}, None, "zzz"):
    print(describe(value))
