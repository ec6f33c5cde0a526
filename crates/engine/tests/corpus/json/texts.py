"""Texts with quotes, control characters and other alphabets, escaped and not."""
import json

samples = ["plain", 'say "hi"', "back\\slash", "tab\tnew\nline\r", "\x00\x1f\x7f", "\b\f", "/", "h\u00e9llo", "\u4f60\u597d", "\U0001f600", "\u2028"]
for text in samples:
    escaped = json.dumps(text)
    plain = json.dumps(text, ensure_ascii=False)
    print(escaped, ascii(plain), json.loads(escaped) == json.loads(plain) == text)
print(json.loads(r'"\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\"'))
print(json.dumps({"\u00e9": "\u00e9"}), json.dumps({"\u00e9": "\u00e9"}, ensure_ascii=False))
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b"[1, 2]")))
print(json.loads('"a\tb"', strict=False))
