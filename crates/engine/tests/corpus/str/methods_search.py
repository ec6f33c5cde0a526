s = "the quick brown the fox"
print(s.find("the"), s.find("the", 1), s.rfind("the"), s.find("zzz"), s.index("quick"), s.rindex("o"), s.count("the"), s.count("o", 5, 12), s.find("", 3), s.find("", 99), s.count(""), s.startswith("the"), s.startswith(("a", "t")), s.startswith("quick", 4), s.endswith("fox"), s.endswith(("x", "y")), s.endswith("the", 0, 19))
print(s.replace("the", "a"), s.replace("the", "a", 1), s.replace("", "-", 3), s.removeprefix("the "), s.removesuffix("fox"), s.removeprefix("x"), "quick" in s, "Quick" not in s)
print(s.split(), s.split(" ", 2), s.rsplit(" ", 1), s.split("the"), "a,b,,c".split(","), "".split(), "".split(","), "  a  b ".split(), "  a  b ".split(" "), "a b c".split(maxsplit=1), "a b c".rsplit(None, 1), "a-b-c".split(sep="-"))
print("l1\nl2\r\nl3\rl4".splitlines(), "a\n\nb\n".splitlines(), "a\nb".splitlines(keepends=True), "k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="), "none".rpartition("="), "x\x0by\x1cz\u2028w".splitlines())
print("-".join(["a", "b"]), "".join("abc"), ", ".join(str(n) for n in range(4)), "x".join([]), "ab".join({"k": 1}), "|".join(("one",)))
for call in (lambda: s.index("zzz"), lambda: s.rindex("zzz"), lambda: s.split(""), lambda: s.partition(""), lambda: "".join([1]), lambda: ",".join(["a", None]), lambda: "a".join(3), lambda: s.find(3), lambda: s.replace("a"), lambda: s.startswith(3), lambda: s.count(), lambda: s.strip(3), lambda: s.split(3), lambda: 3 in s, lambda: s.endswith([]), lambda: s.foo(), lambda: s[100], lambda: s["a"], lambda: s.startswith(("a", 3))):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
