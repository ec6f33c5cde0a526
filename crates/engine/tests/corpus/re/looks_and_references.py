"""Looks ahead and behind, references, conditionals, atomic groups, possessive quantifiers."""
import re

cases = [
    ('a{2,3}', 'aaaa'),
    ('a{2,3}?', 'aaaa'),
    ('a{,2}', 'aaa'),
    ('a{2}', 'aaa'),
    ('a{}', 'a{}'),
    ('a{x}', 'a{x}'),
    ('(ab){2,}', 'ababab'),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    told = found and (found.group(), found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup)
    print(ascii((pattern, text, told)), bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text)))
