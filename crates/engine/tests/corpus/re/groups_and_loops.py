"""What groups hold after loops, and which was last."""
import re

cases = [
    ('(?=abc)a', 'abc'),
    ('a(?!b)', 'abac'),
    ('(?<=a)b', 'ab'),
    ('(?<!a)b', 'abcb'),
    ('(?<=(a))b\\1', 'aba'),
    ('(\\w)\\1', 'hello'),
    ('(?P<q>[\\\'"]).*?(?P=q)', 'say "hi" x'),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    told = found and (found.group(), found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup)
    print(ascii((pattern, text, told)), bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text)))
