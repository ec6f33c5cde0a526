class Thing:
    pass


tries = [
    lambda: Thing() + [1], lambda: range(3) + (1,), lambda: Thing + range(3), lambda: range(3) + len, lambda: None + 1,
    lambda: {1} + Thing, lambda: b"raw" + len, lambda: 1 + "text", lambda: 2.5 + (1,), lambda: {1} - b"raw",
    lambda: {"k": 1} - None, lambda: 2.5 - Thing(), lambda: b"raw" - 1, lambda: range(3) - b"raw",
    lambda: {"k": 1} - [1], lambda: "text" - Thing, lambda: {"k": 1} - "text", lambda: Thing - Thing,
    lambda: 2.5 * "text", lambda: Thing() * Thing(), lambda: {1} * "text", lambda: "text" * 1, lambda: 1 * b"raw",
    lambda: Thing * b"raw", lambda: "text" * "text", lambda: [1] * (1,), lambda: b"raw" * None, lambda: len / len,
    lambda: b"raw" / "text", lambda: range(3) / b"raw", lambda: {"k": 1} / [1], lambda: 1 / (1,),
    lambda: {"k": 1} / "text", lambda: "text" / [1], lambda: 2.5 / (1,), lambda: [1] / Thing(), lambda: Thing() // 1,
    lambda: Thing() // len, lambda: range(3) // (1,), lambda: 2.5 // [1], lambda: (1,) // [1], lambda: {1} // range(3),
    lambda: (1,) // "text", lambda: {1} // {1}, lambda: range(3) // "text", lambda: 1 % [1], lambda: 1 % range(3),
    lambda: (1,) % {"k": 1}, lambda: 1 % None, lambda: Thing % {"k": 1}, lambda: (1,) % {"k": 1}, lambda: Thing() % 1,
    lambda: {1} % 1, lambda: range(3) % "text", lambda: Thing() ** b"raw", lambda: 2.5 ** Thing, lambda: b"raw" ** {1},
    lambda: (1,) ** None, lambda: (1,) ** None, lambda: [1] ** Thing, lambda: {1} ** 2.5, lambda: Thing() ** range(3),
    lambda: Thing ** Thing, lambda: (1,) @ [1], lambda: 1 @ {"k": 1}, lambda: 2.5 @ b"raw", lambda: (1,) @ None,
    lambda: Thing() @ (1,), lambda: "text" @ (1,), lambda: [1] @ range(3), lambda: None @ 2.5, lambda: [1] @ len,
    lambda: (1,) << [1], lambda: "text" << Thing, lambda: 2.5 << len, lambda: "text" << range(3),
    lambda: range(3) << [1], lambda: {1} << "text", lambda: range(3) << 1, lambda: 2.5 << Thing(),
    lambda: None << {"k": 1}, lambda: 1 >> b"raw", lambda: range(3) >> Thing(), lambda: (1,) >> [1], lambda: {1} >> len,
    lambda: {"k": 1} >> "text", lambda: 1 >> len, lambda: 1 >> Thing, lambda: {1} >> (1,), lambda: b"raw" >> "text",
    lambda: range(3) & Thing(), lambda: "text" & len, lambda: Thing & {"k": 1}, lambda: 2.5 & "text",
    lambda: {"k": 1} & (1,), lambda: "text" & 1, lambda: {"k": 1} & [1], lambda: "text" & {1}, lambda: Thing() & "text",
    lambda: None | {1}, lambda: {1} | range(3), lambda: range(3) | (1,), lambda: {1} | [1], lambda: [1] | {1},
    lambda: {"k": 1} | "text", lambda: 2.5 | {"k": 1}, lambda: None | "text", lambda: len | {1}, lambda: (1,) ^ "text",
    lambda: 2.5 ^ {1}, lambda: [1] ^ None, lambda: Thing ^ None, lambda: None ^ (1,), lambda: 2.5 ^ Thing,
    lambda: Thing ^ Thing, lambda: (1,) ^ range(3), lambda: Thing() ^ len, lambda: 1 < Thing, lambda: [1] < (1,),
    lambda: None < range(3), lambda: len < [1], lambda: {1} < [1], lambda: Thing < range(3), lambda: range(3) < [1],
    lambda: (1,) < len, lambda: "text" < Thing(), lambda: 1 >= {1}, lambda: None >= Thing, lambda: [1] >= (1,),
    lambda: len >= [1], lambda: {1} >= [1], lambda: None >= len, lambda: len >= Thing, lambda: (1,) >= (1,),
    lambda: [1] >= len,
    lambda: -"x", lambda: +[], lambda: ~2.5, lambda: -None, lambda: -Thing(), lambda: ~Thing, lambda: not Thing(),
]
for attempt in tries:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


def augmented(kind):
    x, y, z, w = 1, "a", [1], (1,)
    if kind == 0:
        x += "a"
    elif kind == 1:
        y += 1
    elif kind == 2:
        z += 1
    elif kind == 3:
        w += [1]
    elif kind == 4:
        x -= None
    elif kind == 5:
        z -= [1]
    elif kind == 6:
        y *= "b"
    elif kind == 7:
        x @= 2
    elif kind == 8:
        x //= 0
    elif kind == 9:
        x <<= -1
    elif kind == 10:
        z *= 1.5
    elif kind == 11:
        x **= "n"
    elif kind == 12:
        x |= 1.5


for kind in range(13):
    try:
        augmented(kind)
    except Exception as error:
        print(kind, type(error).__name__, error)
