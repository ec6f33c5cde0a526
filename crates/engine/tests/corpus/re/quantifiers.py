"""Greedy, lazy and counted repetitions, and groups in them."""
import re

cases = [
    ('abc', 'xabcy'),
    ('a*', 'aaa'),
    ('(a)(b)?', 'ac'),
    ('(?P<x>\\w+) (?P<y>\\d+)', 'foo 12'),
    ('(a|b)*c', 'ababc'),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    told = found and (found.group(), found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup)
    print(ascii((pattern, text, told)), bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text)))
