"""Sets and classes of characters, Unicode's and ASCII's."""
import re

cases = [
    ('^a.b$', 'a\nb'),
    ('(?s)^a.b$', 'a\nb'),
    ('(?m)^b$', 'a\nb\nc'),
    ('b$', 'ab\n'),
    ('b\\Z', 'ab\n'),
    ('\\Ab', 'ab'),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    told = found and (found.group(), found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup)
    print(ascii((pattern, text, told)), bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text)))
