"""Wrong types, wrong templates, wrong combinations of flags."""
import re

for template in (r"\3", r"\g<z>", r"\g<", r"\g", r"\g<>", r"\q", "\\", r"\g<9>", r"\400", r"\g<-1>", r"\g<a b>"):
    try:
        print(re.sub("(a)", template, "a"))
    except (re.error, IndexError) as error:
        print(repr(template), type(error).__name__, error)
calls = [
    lambda: re.sub("a", 1, "a"), lambda: re.sub("a", lambda m: 1, "ba"), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"),
    lambda: re.match("a", None), lambda: re.findall("a", 3), lambda: re.sub("a", b"b", "a"), lambda: re.compile(None),
    lambda: re.compile("a", re.L), lambda: re.compile(b"a", re.U), lambda: re.compile("a", re.A | re.U),
    lambda: re.compile(b"a", re.A | re.L), lambda: re.compile(re.compile("a"), re.I), lambda: re.compile(b"("),
]
for call in calls:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
try:
    re.compile("(")
except re.error as error:
    print(repr(error), error.pattern, isinstance(error, Exception))
