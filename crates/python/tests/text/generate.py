"""Writes cases.tsv beside this file: text and number rules as the CPython that runs it has them.

A line is an operation, its arguments and its outcome, tab-separated and escaped by
`unicode_escape`; an outcome is `=` and the result or `!` and the exception. Run by
Python 3.11: `python3 generate.py [cases per family]`.
"""

import pathlib
import random
import struct
import sys

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 20
rng = random.Random(3)
rows = []


def show(value):
    if isinstance(value, (list, tuple)):
        return "|".join(show(part) for part in value)
    return "None" if value is None else str(value)


def add(name, call, *arguments):
    try:
        outcome = "=" + show(call())
    except Exception as error:
        message = error.args[0] if len(error.args) == 1 else error
        outcome = f"!{type(error).__name__}: {message}"
    fields = [name, *map(show, arguments), outcome]
    rows.append("\t".join(f.encode("unicode_escape").decode("ascii") for f in fields))


def any_float():
    kind = rng.randrange(7)
    if kind == 0:
        return struct.unpack("<d", rng.randbytes(8))[0]
    if kind == 1:
        return rng.choice([0.0, -0.0, 0.5, 1.5, 2.5, 1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5,
                           5e-324, 1.7976931348623157e308, float("inf"), float("-inf"),
                           float("nan"), 1e22, 1e23, 2.675, 0.125, 123456.789, -0.0001])
    if kind == 2:
        return rng.randrange(-1000, 1000) / 8
    if kind == 3:
        return rng.uniform(-10, 10)
    if kind == 4:  # two shortest texts may be equally near
        return rng.getrandbits(53) / 2 ** rng.randrange(1, 11)
    if kind == 5:
        return round(rng.uniform(-1000, 1000), rng.randrange(5))
    return rng.uniform(-1, 1) * 10.0 ** rng.randrange(-20, 25)


def any_int():
    kind = rng.randrange(4)
    if kind == 0:
        return rng.randrange(-20, 20)
    if kind == 1:
        return rng.randrange(-10**6, 10**6)
    if kind == 2:
        return rng.choice([2**63, 2**63 - 1, -2**63, -2**63 - 1, 2**61 - 1, 1 - 2**61, 2**64, 2**53 + 1])
    return rng.getrandbits(rng.randrange(1, 200)) * rng.choice([1, -1])


def huge_int():
    return rng.getrandbits(rng.randrange(1, 1200)) * rng.choice([1, -1]) or 1


ALPHABET = "aAbBzZ09_  \t\n\r.,-+'\"\\éßİıΣσςǆǅﬁㄅ中文٣½²Ⅷ\x00\x1c\x85\xa0\u2028\u3000\U0001d7d8😀\u0301ŉᾳԵև"


def any_text(most=8, alphabet=ALPHABET):
    return "".join(rng.choice(alphabet) for _ in range(rng.randrange(most + 1)))


def literal():
    if rng.randrange(3):
        return any_text(10, "0123456789_+-.eE xXoObBaAfF")
    return rng.choice(["inf", "-Infinity", "nan", "+NaN", "infi", "1_000.5", "1e400", "-1e-400", " 12 ", "٣٤", "0x1F",
                       "0b101", "0o17", "010", "00", "0_0", "1__0", "_1", "1_", "", "-", "+-1", "0x", "0x_1f", "é", "1\x00",
                       "9" * 25, "z" * 250, ".5", "5.", ".", "1e5", "1e", "- 1"])


def spec():
    out = ""
    if rng.randrange(3) == 0:
        out += rng.choice(["", "*", "0", "é", "="]) + rng.choice("<>=^")
    for part, chance in [("+- ", 4), ("z", 12), ("#", 6), ("0", 5)]:
        if rng.randrange(chance) == 0:
            out += rng.choice(part)
    if rng.randrange(2):
        out += str(rng.randrange(25))
    if rng.randrange(4) == 0:
        out += rng.choice([",", "_", ",_", "_,", ",,"])
    if rng.randrange(3) == 0:
        out += "." + rng.choice(["", "0", "1", "2", "5", "12", "20"])
    if rng.randrange(4):
        out += rng.choice("bcdoxXneEfFgG%sy\x7f") if rng.randrange(12) else rng.choice(["dd", "é", "q "])
    return out


def bound():
    return rng.choice([None, None, rng.randrange(-9, 10), rng.randrange(-3, 4), 2**62, -2**62])


def numbers():
    for _ in range(SIZE * 3):
        x = any_float()
        add("float.repr", lambda: repr(x), x.hex())
        add("float.hex", lambda: x.hex(), x.hex())
        add("float.hash", lambda: hash(x) if x == x else 0, x.hex())
        add("float.to_int", lambda: int(x), x.hex())
        add("float.round_to_int", lambda: round(x), x.hex())
        n = rng.choice([rng.randrange(-5, 8), rng.randrange(-330, 330)])
        add("float.round_to", lambda: round(x, n).hex(), x.hex(), n)
        y = any_float() if rng.randrange(8) else 0.0
        for name, call in [("//", lambda: (x // y).hex()), ("%", lambda: (x % y).hex()), ("/", lambda: (x / y).hex()),
                           ("divmod", lambda: [part.hex() for part in divmod(x, y)])]:
            add("float." + name, call, x.hex(), y.hex())
        i, j = any_int(), any_int() if rng.randrange(8) else 0
        for name, call in [("//", lambda: i // j), ("%", lambda: i % j), ("/", lambda: (i / j).hex())]:
            add("int." + name, call, i, j)
        a, b = huge_int(), huge_int()
        add("int./", lambda: (a / b).hex(), a, b)
        add("int.float", lambda: float(a).hex(), a)
        add("int.hash", lambda: hash(i), i)
        for name, call in [("bin", bin), ("oct", oct), ("hex", hex), ("str", str)]:
            add("int." + name, lambda: call(i), i)
        small = rng.randrange(-6, 40)
        add("int.<<", lambda: i << small, i, small)
        add("int.>>", lambda: i >> small, i, small)
        add("int.**", lambda: (lambda p: p.hex() if isinstance(p, float) else p)(i ** abs(small)), i, abs(small))
        m = rng.randrange(-30, 31)
        add("int.pow", lambda: pow(i, small, m), i, small, m)
        text, base = literal(), rng.choice([10, 10, 0, 16, 2, 8, 36, 7, 1, 37])
        add("int.parse", lambda: int(text, base), text, base)
        add("float.parse", lambda: float(text).hex(), text)


def formats():
    for _ in range(SIZE * 6):
        form = spec()
        i, x, text = any_int(), any_float(), any_text()
        add("format.int", lambda: format(i, form), i, form)
        add("format.float", lambda: format(x, form), x.hex(), form)
        add("format.str", lambda: format(text, form), text, form)


def strings():
    classes = ["isdecimal", "isdigit", "isnumeric", "isalpha", "isalnum", "isspace", "isprintable", "isascii",
               "isidentifier", "islower", "isupper", "istitle"]
    changes = ["lower", "upper", "casefold", "capitalize", "title", "swapcase"]
    for _ in range(SIZE * 2):
        text = any_text()
        words = " ".join(any_text(4, "aAbΣσß1' ") for _ in range(3))
        add("repr", lambda: repr(text), text)
        add("ascii", lambda: ascii(text), text)
        data = rng.randbytes(rng.randrange(6)) + rng.choice([b"", b"'", b"\"'", b"\n\\"])
        add("bytes.repr", lambda: repr(data), data.hex())
        for subject in [text, words, rng.choice(ALPHABET)]:
            for name in classes + changes:
                add("str." + name, getattr(subject, name), subject)
        needle = rng.choice([text[1:3], any_text(2), "a", " ", ""])
        start, end, step = bound(), bound(), bound()
        for name in ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]:
            add("str." + name, lambda: getattr(text, name)(needle, start, end), text, needle, start, end)
        for name in ["split", "rsplit"]:
            for separator in [None, needle]:
                most = rng.randrange(-1, 4)
                add("str." + name, lambda: getattr(text + words, name)(separator, most), text + words, separator, most)
        for keep in [0, 1]:
            add("str.splitlines", lambda: text.splitlines(keep), text, keep)
        for name in ["partition", "rpartition", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip"]:
            add("str." + name, lambda: getattr(text, name)(needle), text, needle)
        for name in ["strip", "lstrip", "rstrip"]:
            add("str." + name, getattr(text, name), text, None)
        add("str.replace", lambda: text.replace(needle, "<>", step or 0), text, needle, "<>", step or 0)
        width = rng.randrange(-2, 16)
        for name in ["ljust", "rjust", "center"]:
            add("str." + name, lambda: getattr(text, name)(width, "é"), text, width, "é")
        add("str.zfill", lambda: text.zfill(width), text, width)
        add("str.expandtabs", lambda: text.expandtabs(width), text, width)
        add("str.[:]", lambda: text[start:end:step], text, start, end, step)
        add("str.[]", lambda: text[width], text, width)
        if step != 0:
            add("slice", lambda: [*slice(start, end, step).indices(width + 2), len(range(width + 2)[start:end:step])],
                start, end, step, width + 2)


numbers()
formats()
strings()
path = pathlib.Path(__file__).with_name("cases.tsv")
path.write_text("".join(row + "\n" for row in dict.fromkeys(rows)))
