"""codecs: encodings by name, streams, and byte order marks."""
import codecs

print(codecs.encode("héllo", "utf-8"), codecs.decode(b"h\xc3\xa9", "utf-8"), codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"))
print(codecs.encode(b"\x01\xff", "hex"), codecs.decode("01ff", "hex") if False else codecs.decode(b"01ff", "hex"))
print(codecs.lookup("utf8").name, codecs.lookup("latin-1").name, codecs.lookup("UTF-8").name, codecs.lookup("ascii").name)
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.getencoder("utf-8")("é"), codecs.getdecoder("utf-8")(b"\xc3\xa9"))
with codecs.open("text.txt", "w", encoding="utf-8") as file:
    file.write("zażółć\nline\r\n")
with codecs.open("text.txt", encoding="utf-8") as file:
    print(file.read().encode("unicode_escape") if False else ascii(file.read() if False else "".join(file)))
print(open("text.txt", "rb").read())
for make in (lambda: codecs.lookup("no-such-codec"), lambda: codecs.encode("é", "ascii"), lambda: codecs.decode(b"\xff", "utf-8")):
    try:
        print(make())
    except (LookupError, UnicodeError) as error:
        print(type(error).__name__, error)
print(codecs.encode("é", "ascii", "replace"), codecs.decode(b"a\xffb", "ascii", "ignore"), list(codecs.iterencode(["a", "é"], "utf-8")))
