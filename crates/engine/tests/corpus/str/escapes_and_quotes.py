for text in ("it's", 'say "hi"', "both ' and \"", "tab\t", "new\nline", "\r", "\\back", "\x00\x1f\x7f", "é", "\xa0", "\u200b", "\ufeff", "日本", "😀", "\U0001f469\u200d", "\x85", "\u2028", "\xad", "ÿ", "\u0378", ""):
    print(repr(text), ascii(text), len(text))
print(repr(["it's", 'a"b']), {"k'": "v\n"}, ("\\",), repr(b"it's"), repr(b'"'), repr(b"\x00\xff\t\n\\"), repr(b"'\""), b"abc", [b"\x7f"], bytearray(b"q'"))
print("a" "b" 'c', r"\n", "\101\x41\u0041\U00000041", "\
joined", """triple
line 'q' "d" """, f"{'a'}" "b", '\'', "\"")
print(len(r"\\"), "a\
b", "\a\b\f\v".encode(), "\0".encode(), "\7".encode(), "tab\there", "é" == "\xe9", "ﬁ".upper(), "e\u0301" == "é")
