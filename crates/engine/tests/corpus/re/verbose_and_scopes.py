"""Verbose patterns, flags for a part, escapes."""
import re

cases = [
    ('\\bfoo\\b', 'a foo b'),
    ('\\Boo', 'foo'),
    ('\\B', ''),
    ('\\b', ''),
    ('(?i)ABC', 'xabc'),
    ('(?i)[a-c]+', 'xABC'),
    ('(?i)\xdf', '\u1e9e'),
    ('(?i)k', '\u212a'),
    ('(?i)[k]', '\u212a'),
    ('(?i)\u017f', 'S'),
    ('(?i)\u03c3', '\u03c2'),
    ('(?ia)k', '\u212a'),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    told = found and (found.group(), found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup)
    print(ascii((pattern, text, told)), bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text)))
