"""Alternatives in order."""
import re

cases = [
    ('(a)?(?(1)b|c)', 'ab'),
    ('(a)?(?(1)b|c)', 'c'),
    ('(?P<n>a)?(?(n)b)', 'xab'),
    ('(?>a+)ab', 'aaab'),
    ('a++b', 'aab'),
    ('a++a', 'aaa'),
    ('(?:ab)*+c', 'ababc'),
    ('x?+x', 'x'),
    ('a{1,2}+a', 'aaa'),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    told = found and (found.group(), found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup)
    print(ascii((pattern, text, told)), bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text)))
