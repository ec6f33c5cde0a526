tries = [
    lambda: "{}".format(), lambda: "{0} {1}".format(1), lambda: "{x}".format(), lambda: "{".format(), lambda: "}".format(), lambda: "{} {0}".format(1),
    lambda: "%d" % "a", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%(a)s" % {}, lambda: "%(a)s" % 5, lambda: "%z" % 1, lambda: "%" % 1,
    lambda: "%d" % None, lambda: "%c" % "ab", lambda: "%x" % 1.5, lambda: f"{1:d}", lambda: f"{'a':d}", lambda: f"{1.5:d}", lambda: f"{1:s}", lambda: f"{[]:>5}",
    lambda: f"{1:zz}", lambda: f"{1.5:,.2q}", lambda: "a" + 1, lambda: "a" * "b", lambda: "a" - "b", lambda: "abc".split(""), lambda: "abc".replace("a"),
    lambda: "abc".find(), lambda: "abc".count(5), lambda: "abc".startswith(5), lambda: "abc".join(), lambda: "abc".center(), lambda: "abc".center("a"),
    lambda: "abc".ljust(5, "ab"), lambda: "abc".zfill("a"), lambda: "abc".encode("nope"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(),
    lambda: b"\xff\xfe".decode("ascii"), lambda: b"abc" + "d", lambda: bytes("abc"), lambda: bytes([256]), lambda: bytes(-1), lambda: bytes(["a"]), lambda: bytes("abc", "ascii"),
    lambda: "abc".strip(5), lambda: "abc".translate(5), lambda: "abc" in 5, lambda: 5 in "abc", lambda: "abc".partition(""), lambda: "abc".index("z"), lambda: "a" < 1,
    lambda: "abc".expandtabs("a"), lambda: "x".isidentifier(1), lambda: str(b"abc", "ascii"), lambda: str(5, "ascii"), lambda: "abc".splitlines(1, 2), lambda: "{:d}".format("a"),
    lambda: "{0.missing}".format(1), lambda: "{0[a]}".format([1]), lambda: "{!z}".format(1), lambda: "{a[0]}".format(a=[]), lambda: "{:{}}".format(1), lambda: bytearray(b"a").append(256),
    lambda: "a".removeprefix(1), lambda: " ".join(map(int, ["1"])), lambda: b"a".join([b"b", "c"]), lambda: "abc".maketrans("ab", "c"), lambda: bytes.fromhex("zz"), lambda: b"%d" % "a",
]
for number, attempt in enumerate(tries):
    try:
        print(number, repr(attempt()))
    except Exception as error:
        print(number, type(error).__name__, error)
