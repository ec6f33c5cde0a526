"""`ast.literal_eval`: a value written as Python writes it, by a parser of its own.
"""

import re

_token = re.compile(
    r"""\s*(?:(?P<name>[^\W\d]\w*(?=\s*(?:[^\w\s'"]|$)))
    |(?P<number>(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+
        |(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?))
    |(?P<prefix>[rRbBuU]{0,2})(?P<text>'''(?:\\.|[^\\])*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\"|'(?:\\.|[^\\'\n])*'|"(?:\\.|[^\\"\n])*")
    |(?P<sign>[^\s]))""",
    re.VERBOSE | re.DOTALL,
)
_escape = re.compile(r"\\(\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_short = {"\n": "", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class _Reader:
    def __init__(self, source):
        self.tokens = []
        at = 0
        source = source.rstrip()
        while at < len(source):
            found = _token.match(source, at)
            if found is None:
                raise SyntaxError("invalid syntax")
            self.tokens.append(found)
            at = found.end()
        self.at = 0

    def sign(self):
        if self.at < len(self.tokens):
            return self.tokens[self.at]["sign"]
        return None

    def accept(self, sign):
        if self.sign() == sign:
            self.at += 1
            return True
        return False

    def expect(self, sign):
        if not self.accept(sign):
            raise SyntaxError("invalid syntax")

    def sum(self):
        left = self.value()
        while self.sign() in ("+", "-"):
            minus = self.sign() == "-"
            self.at += 1
            right = self.value()
            if not isinstance(right, complex) or not isinstance(left, (int, float)) or isinstance(left, bool):
                _malformed("BinOp")
            left = left - right if minus else left + right
        if self.at < len(self.tokens) and self.sign() not in (",", ":", ")", "]", "}"):
            if self.sign() in ("(", ".", "["):
                _malformed({"(": "Call", ".": "Attribute", "[": "Subscript"}[self.sign()])
            if self.sign() is None:
                raise SyntaxError("invalid syntax")
            _malformed("BinOp")
        return left

    def value(self):
        if self.at >= len(self.tokens):
            raise SyntaxError("invalid syntax")
        token = self.tokens[self.at]
        self.at += 1
        if token["name"] is not None:
            constants = {"None": None, "True": True, "False": False}
            if token["name"] in constants:
                return constants[token["name"]]
            if token["name"] == "set" and self.accept("("):
                self.expect(")")
                return set()
            kinds = {"(": "Call", ".": "Attribute", "[": "Subscript"}
            _malformed("Lambda" if token["name"] == "lambda" else kinds.get(self.sign(), "Name"))
        if token["number"] is not None:
            return _number(token["number"])
        if token["text"] is not None:
            value = _text(token)
            while self.at < len(self.tokens) and self.tokens[self.at]["text"] is not None:
                value += _text(self.tokens[self.at])
                self.at += 1
            return value
        sign = token["sign"]
        if sign in ("+", "-"):
            value = self.value()
            if isinstance(value, bool) or not isinstance(value, (int, float, complex)):
                _malformed("UnaryOp")
            return -value if sign == "-" else value
        if sign == "(":
            items, comma = self.items(")")
            return tuple(items) if comma or not items else items[0]
        if sign == "[":
            return self.items("]")[0]
        if sign == "{":
            return self.braces()
        if sign == "*":
            _malformed("Starred")
        raise SyntaxError("invalid syntax")

    def items(self, end):
        items = []
        comma = False
        while not self.accept(end):
            items.append(self.sum())
            comma = self.accept(",")
            if not comma:
                self.expect(end)
                break
        return items, comma

    def braces(self):
        if self.accept("}"):
            return {}
        first = self.sum()
        if not self.accept(":"):
            values = {first}
            while self.accept(","):
                if self.sign() == "}":
                    break
                values.add(self.sum())
            self.expect("}")
            return values
        result = {first: self.sum()}
        while self.accept(","):
            if self.sign() == "}":
                break
            key = self.sum()
            self.expect(":")
            result[key] = self.sum()
        self.expect("}")
        return result


class _Node:
    pass


def _malformed(kind):
    node = type(kind, (_Node,), {"__module__": "ast"})()
    raise ValueError(f"malformed node or string on line 1: {node!r}")


def _number(text):
    text = text.replace("_", "")
    if text[-1] in "jJ" and text[:2] not in ("0x", "0X"):
        return complex(0, float(text[:-1]))
    if text[:2].lower() in ("0x", "0o", "0b"):
        return int(text, 0)
    if text.isdigit():
        return int(text)
    return float(text)


def _unescape(match):
    code = match[1]
    if code in _short:
        return _short[code]
    if code[0] in "01234567":
        return chr(int(code, 8))
    if code[0] in "xuU" and len(code) > 1:
        return chr(int(code[1:], 16))
    return "\\" + code


def _text(token):
    prefix = token["prefix"].lower()
    text = token["text"]
    size = 3 if text[:3] in ("'''", '"""') else 1
    text = text[size:-size]
    if "r" not in prefix:
        text = _escape.sub(_unescape, text)
    return text.encode("latin-1") if "b" in prefix else text


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    reader = _Reader(node_or_string.lstrip(" \t"))
    items = [reader.sum()]
    comma = False
    while reader.accept(","):
        comma = True
        if reader.at >= len(reader.tokens):
            break
        items.append(reader.sum())
    if reader.at < len(reader.tokens):
        raise SyntaxError("invalid syntax")
    return tuple(items) if comma else items[0]
