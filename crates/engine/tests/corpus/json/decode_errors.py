"""Where a document is wrong, in CPython's words and positions."""
import json

documents = ["", " ", "{", "[", "[1", "[1,", "[1,]", '{"a"', '{"a":', '{"a":1', '{"a":1,', "{a:1}", "{'a':1}", '"abc', '"a\nb"',
    r'"\x"', r'"\u12"', r'"\u12zz"', "1 2", "nul", "-", "01", "1.", "[1 2]", '{"a" 1}', '{"a":1 "b":2}', "\n\n  [1,\n x]", '"\\',
    "[]]", "\u00e9", '["\u00e9", x]', "\ufeff1", "True", "{]"]
for text in documents:
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), "->", error, (error.msg, error.pos, error.lineno, error.colno), error.doc == text)
for wrong in (None, 1, [1]):
    try:
        json.loads(wrong)
    except TypeError as error:
        print(error)
try:
    json.loads("{bad")
except ValueError as error:
    print(type(error).__name__, isinstance(error, json.JSONDecodeError), repr(error))
