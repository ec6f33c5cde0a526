print(repr("plain"), repr("it's"), repr('say "hi"'), repr("both ' and \""))
print(repr("tab\t nl\n cr\r back\\ nul\0 esc\x1b del\x7f"))
print(repr("é 中文 \u200b \ud7ff \U0001f600"), "中文"[1], len("中文é"))
print(ascii("é中"), str(["a", 'b"', None, True, 1.0]))
print("\x41\u0042\103")
print(r"raw \n", "a" "b" 'c', """triple
quoted""")
