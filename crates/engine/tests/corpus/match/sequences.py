def shape(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, y]:
            return f"two {x} {y}"
        case [1, *rest]:
            return f"starts with 1, then {rest}"
        case [first, *_, 9]:
            return f"from {first} to 9"
        case [first, *middle, last]:
            return f"{first} {middle} {last}"
        case _:
            return "no sequence"


for item in ([], (), [5], (1, 2), [1, 2, 3], [4, 5, 9], (7, 7, 7, 7), range(3), range(1, 4), "abc", b"abc", {1, 2}, 12,
             {"a": 1}, [[1, 2], 3]):
    print(repr(item), "->", shape(item))

match [1, [2, [3, 4]], (5,)]:
    case [a, [b, [*c]], (d,)]:
        print(a, b, c, d)

match (1, 2, 3):
    case (*_,):
        print("any length")

match [[0, 1], [2, 3]]:
    case [[_, x], [y, _]]:
        print(x, y)
