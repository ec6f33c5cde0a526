class Plain:
    pass


items = [1, 2, 3]
pair = (1, 2)
text = "abc"
table = {"a": 1, 2: "b", (1, 2): "tuple"}
plain = Plain()


def assign(target, key, value):
    target[key] = value


def delete(target, key):
    del target[key]


tries = [
    lambda: items[3], lambda: items[-4], lambda: items["a"], lambda: items[1.0], lambda: items[None], lambda: items[1, 2], lambda: pair[5],
    lambda: pair["x"], lambda: text[10], lambda: text["a"], lambda: text[1.5], lambda: b"abc"[9], lambda: b"abc"["a"], lambda: range(3)[5],
    lambda: range(3)["a"], lambda: table["missing"], lambda: table[3], lambda: table[None], lambda: table[(1, 3)], lambda: table[1.5],
    lambda: table[b"x"], lambda: table["it's"], lambda: table["line\nbreak"], lambda: table[[]], lambda: {}[plain.__class__], lambda: {1, 2}[0],
    lambda: 5[0], lambda: None[0], lambda: None["key"], lambda: 2.5["a"], lambda: plain[0], lambda: len[0], lambda: Plain[0], lambda: int[0],
    lambda: (x for x in [])[0], lambda: True[0], lambda: assign(items, 5, 1), lambda: assign(items, "a", 1), lambda: assign(pair, 0, 1),
    lambda: assign(text, 0, "x"), lambda: assign(b"x", 0, 1), lambda: assign(range(3), 0, 1), lambda: assign(None, 0, 1), lambda: assign(5, 0, 1),
    lambda: assign({1}, 0, 1), lambda: assign(plain, 0, 1), lambda: assign(table, [], 1), lambda: assign(items, slice(0, 1), 5),
    lambda: assign(items, slice(None, None, 2), [1]), lambda: delete(items, 7), lambda: delete(items, "a"), lambda: delete(pair, 0),
    lambda: delete(text, 0), lambda: delete(table, "zzz"), lambda: delete(None, 0), lambda: delete(plain, 0), lambda: items.pop(10),
    lambda: [].pop(), lambda: table.pop("q"), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: items.remove(99),
    lambda: items.index(99), lambda: pair.index(99), lambda: text.index("z"), lambda: text.rindex("z"), lambda: b"a".index(b"z"),
    lambda: bytearray(b"ab")[5], lambda: bytearray(b"ab").pop(7), lambda: items[::0], lambda: text[::0], lambda: items["a":], lambda: items[1.5:2],
    lambda: "abc".index("b", 5), lambda: items.insert("a", 1), lambda: [1, 2].index(3, 0, 1), lambda: next(iter([])), lambda: range(5).index(9),
]
for number, attempt in enumerate(tries):
    try:
        print(number, attempt())
    except Exception as error:
        print(number, type(error).__name__, error, error.args)
