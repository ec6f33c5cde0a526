# Characters by their names: in strings, f-strings, patterns, and from unicodedata.
import re
import unicodedata

print("\N{BULLET} \N{GREEK SMALL LETTER ALPHA}\N{greek small letter beta} \N{CJK UNIFIED IDEOGRAPH-4E2D} \N{HANGUL SYLLABLE HAN}")
print("\N{LF}x\N{NULL}".encode(), "\N{NO-BREAK SPACE}".encode(), "\N{LATIN SMALL LETTER E WITH ACUTE}")
print(f"{1}\N{RIGHTWARDS ARROW}{2}\N{CHECK MARK}", f"\N{SNOWMAN}{'x':\N{FULL BLOCK}>4}")
print(r"\N{BULLET}", b"\N{BULLET}", len("\N{GRINNING FACE}"))
print(re.findall("\\N{BULLET}+", "a\u2022\u2022b"), re.sub(r"[\N{DIGIT ONE}-\N{DIGIT THREE}]", "#", "01234"))
for name in ["NO SUCH NAME", "", "CJK UNIFIED IDEOGRAPH-41", "HANGUL SYLLABLE HANX"]:
    try:
        print(unicodedata.lookup(name))
    except KeyError as error:
        print(repr(error))
    try:
        eval('"\\N{%s}"' % name)
    except SyntaxError as error:
        print(error.msg)
for c in "a\u00e9\u4e2d\ud55c\u0301\u00bd\u2167\x00\U0001f600\u0663":
    print(ascii(c), unicodedata.name(c, None), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.combining(c), end=" ")
    print(unicodedata.east_asian_width(c), unicodedata.mirrored(c), unicodedata.decomposition(c), unicodedata.numeric(c, None), unicodedata.digit(c, None), unicodedata.decimal(c, None))
try:
    unicodedata.name("\x00")
except ValueError as error:
    print(error)
try:
    unicodedata.numeric("x")
except ValueError as error:
    print(error)
try:
    unicodedata.category("ab")
except TypeError as error:
    print(error)
print(unicodedata.unidata_version)
for pattern in [r"\N", r"\N{", r"\N{}", r"a\N{NOPE}b", r"[\N{BULLET}"]:
    try:
        re.compile(pattern)
    except re.error as error:
        print(error)
