"""Pattern and Match objects: their attributes, texts, equality."""
import re

for flags in (0, re.I, re.I | re.M | re.S | re.X, re.A):
    print(re.compile("a", flags))
print(re.compile(b"a"), re.compile("(?i)a"), re.compile("a\\d\"'"), re.compile("x" * 300))
p = re.compile(r"(?P<word>\w+)-(\d+)", re.I)
print(p.pattern, p.flags, p.groups, dict(p.groupindex))
print(p == re.compile(p.pattern, re.I), p == 1, p != re.compile("a"), hash(p) == hash(re.compile(p.pattern, re.I)))
m = p.search("xx ab-12 yy")
print(m, m.group(), m.group(1, 2), m["word"], m[2], bool(m))
print(m.start(), m.end("word"), m.span(2), m.groups(), m.groupdict(), m.regs)
print(m.re is p, m.string, m.pos, m.endpos, m.lastindex, m.lastgroup)
print(m.expand(r"\2-\g<word>-\g<1>\n"))
for key in (3, "z", -1, None):
    try:
        m.group(key)
    except IndexError as error:
        print("IndexError", error)
m = re.match(r"(a)|(b)", "b")
print(m.groups(), m.groups("x"), m.group(1), m.start(1), m.span(1), m.groupdict())
print(re.match("(?P<a>x)?(?P<b>y)", "y").groupdict("D"))
print(re.match("a" * 100, "a" * 100))
print(type(m), type(p), isinstance(m, re.Match), isinstance(p, re.Pattern))
print(repr(re.I), repr(re.I | re.M), int(re.S), re.IGNORECASE is re.I, re.I.value, re.I.name, repr(re.NOFLAG), re.A & re.I)
