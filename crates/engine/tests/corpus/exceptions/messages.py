five, one, abc = 5, [1], "abc"
actions = [
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [] + (),
    lambda: {} + {},
    lambda: None + 1,
    lambda: "a" * "b",
    lambda: 1 < "a",
    lambda: len(5),
    lambda: iter(5),
    lambda: five(),
    lambda: one[1.0],
    lambda: abc["x"],
    lambda: (1,)[5],
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1.0 / 0,
    lambda: int("12x"),
    lambda: float("abc"),
    lambda: {}[(1, 2)],
    lambda: {[]: 1},
    lambda: -"a",
    lambda: 5 in 5,
    lambda: max([]),
    lambda: [].pop(),
    lambda: {}.popitem(),
    lambda: [1].remove(2),
    lambda: [1].index(2),
    lambda: "a".index("b"),
    lambda: chr(-1),
    lambda: ord("ab"),
    lambda: next(iter([])),
    lambda: (1, 2).append(3),
    lambda: sum(["a"]),
]
for action in actions:
    try:
        action()
        print("no error")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
