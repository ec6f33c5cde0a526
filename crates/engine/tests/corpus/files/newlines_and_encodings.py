"""Line ends and encodings of text files."""
raw = b"unix\nmac\rdos\r\nlast"
with open("ends.txt", "wb") as file:
    file.write(raw)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("ends.txt", newline=newline) as file:
        print(repr(newline), file.readlines(), file.newlines)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("written.txt", "w", newline=newline) as file:
        file.write("a\nb\n")
    print(repr(newline), open("written.txt", "rb").read())
text = "naïve café – 10 € 😀\n"
for encoding in ("utf-8", "utf-8-sig"):
    with open("words.txt", "w", encoding=encoding) as file:
        file.write(text)
        file.write("more\n")
    print(encoding, open("words.txt", "rb").read()[:12], open("words.txt", encoding=encoding).read() == text + "more\n")
with open("words.txt", "w", encoding="latin-1") as file:
    file.write("café\n")
print(open("words.txt", "rb").read(), open("words.txt", encoding="latin-1").read())
with open("words.txt", encoding="latin-1") as file:
    print(file.encoding, file.errors, file.read(2), file.read(10))
for action in (
    lambda: open("words.txt", encoding="utf-8").read(),
    lambda: open("words.txt", encoding="ascii").read(),
    lambda: open("words.txt", "w", encoding="ascii").write("é"),
):
    try:
        print(action())
    except UnicodeError as error:
        print(type(error).__name__, error)
with open("words.txt", "wb") as file:
    file.write(b"ok \xff\xfe end")
for errors in ("ignore", "replace", "backslashreplace"):
    print(errors, ascii(open("words.txt", errors=errors).read()))
with open("words.txt", "w", encoding="ascii", errors="replace") as file:
    file.write("a–b")
print(open("words.txt").read(), open("words.txt").encoding.lower())
with open("words.txt", "w", encoding="utf-8") as file:
    file.write("😀é" * 3)
with open("words.txt", encoding="utf-8") as file:
    print(file.read(2), file.tell(), file.read(1), file.read())
