"""Annotations that are kept as text, looked up: names, attributes, subscripts, unions, and literals of text and numbers.
"""

from _typing_forms import ForwardRef


def resolve(value, names, own):
    if value is None:
        return type(None)
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if not isinstance(value, str):
        return value
    reader = _Reader(value, names, own)
    result = reader.union()
    if reader.at < len(reader.words):
        raise SyntaxError(f"Forward reference must be an expression -- got {value!r}")
    return type(None) if result is None else result


class _Reader:
    def __init__(self, text, names, own):
        self.text = text
        self.names = names
        self.own = own
        self.words = _words(text)
        self.at = 0

    def peek(self):
        return self.words[self.at] if self.at < len(self.words) else ""

    def take(self):
        word = self.peek()
        self.at += 1
        return word

    def union(self):
        result = self.subscripted()
        while self.peek() == "|":
            self.take()
            result = result | self.subscripted()
        return result

    def subscripted(self):
        result = self.atom()
        while self.peek() in (".", "["):
            if self.take() == ".":
                result = getattr(result, self.take())
            else:
                result = result[self.items("]")]
        return result

    def items(self, end):
        found = []
        tuple_like = False
        while self.peek() not in (end, ""):
            found.append(self.union())
            if self.peek() == ",":
                self.take()
                tuple_like = True
        self.take()
        return tuple(found) if tuple_like or not found else found[0]

    def atom(self):
        word = self.take()
        if word == "[":
            items = self.items("]")
            return list(items) if isinstance(items, tuple) else [items]
        if word == "(":
            return self.items(")")
        if word == "...":
            return ...
        if word[:1] in "'\"" and word:
            text = word[1:-1]
            return text
        if word.lstrip("-").isdigit():
            return int(word)
        constants = {"None": None, "True": True, "False": False}
        if word in constants:
            return constants[word]
        if word in self.own:
            return self.own[word]
        if word in self.names:
            return self.names[word]
        import builtins

        if hasattr(builtins, word):
            return getattr(builtins, word)
        raise NameError(f"name {word!r} is not defined")


def _words(text):
    words = []
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
            continue
        end = at + 1
        if char in "'\"":
            end = text.index(char, at + 1) + 1
        elif text.startswith("...", at):
            end = at + 3
        elif char.isalnum() or char in "_-":
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
        words.append(text[at:end])
        at = end
    return words
