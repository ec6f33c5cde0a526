"""Anchors, line ends, boundaries; letters whatever their case."""
import re

cases = [
    ('(a*)*', 'b'),
    ('(a*)+', 'b'),
    ('(?:a|ab)(?:c|bcd)(d*)', 'abcd'),
    ('(a+)(a+)', 'aaaa'),
    ('(a+?)(a+)', 'aaaa'),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    told = found and (found.group(), found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup)
    print(ascii((pattern, text, told)), bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text)))
