print("".split(), "".split(","), ",".split(","), "a,,b".split(","), "  ".split(), " a ".split(" "))
print("a b c".split(None, 1), "a b c".rsplit(None, 1), "abc".split("b"), "aXXbXXc".split("XX"))
print("x".join([]), "x".join(["a"]), "".join(["a", "b"]), ",".join("abc"))
try:
    ",".join([1, 2])
except TypeError as error:
    print(error)
try:
    "a".split("")
except ValueError as error:
    print(error)
print("a\n\nb\n".splitlines(), "a\nb".splitlines(True), "abc".partition("z"), "aaa".replace("a", "b", 2), "abc".replace("", "-"))
print("hello"[10:], "hello"[-100:2], "abcabc".find("c", 3), "abcabc".count("bc"), "aaaa".count("aa"))
print("Straße".upper(), "ǅ".lower(), "İ".lower() == "i̇", "ß".casefold(), "éÀ".swapcase())
print("a1b2".isalnum(), "१२".isdigit(), "½".isnumeric(), "".isalpha(), "Ab".istitle(), "var_1".isidentifier())
