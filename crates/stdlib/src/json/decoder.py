"""`json.decoder`: the decoder's hooks and its error; the scanner is native.
"""


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    def __init__(
        self,
        *,
        object_hook=None,
        parse_float=None,
        parse_int=None,
        parse_constant=None,
        strict=True,
        object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _hooks(self):
        parse_float = self.parse_float
        parse_int = self.parse_int
        return (
            self.object_hook,
            None if parse_float is float else parse_float,
            None if parse_int is int else parse_int,
            self.parse_constant,
            self.object_pairs_hook,
            self.strict,
        )

    def decode(self, s):
        start = 0
        while start < len(s) and s[start] in " \t\n\r":
            start += 1
        obj, end = self.raw_decode(s, idx=start)  # @337
        while end < len(s) and s[end] in " \t\n\r":
            end += 1
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)  # @340
        return obj

    def raw_decode(self, s, idx=0):
        obj, end, problem = _scan(s, idx, self._hooks())  # @353
        if problem is not None:
            raise JSONDecodeError(problem, s, end)  # @355
        return obj, end
