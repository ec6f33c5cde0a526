def kind(value):
    match value:
        case None:
            return "nothing"
        case True:
            return "yes"
        case False:
            return "no"
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 3.5:
            return "three and a half"
        case "hello" | "hi":
            return "greeting"
        case b"raw":
            return "bytes"
        case _:
            return f"other {value!r}"


for item in (None, True, False, 0, 1, 2, 3, -1, 3.5, "hello", "hi", b"raw", 4, "x", 1.0, 0.0, [], ()):
    print(repr(item), "->", kind(item))
