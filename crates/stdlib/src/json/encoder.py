"""`json.encoder`: the encoder's options and its hook; the walk itself is native.
"""


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self,
        *,
        skipkeys=False,
        ensure_ascii=True,
        check_circular=True,
        allow_nan=True,
        sort_keys=False,
        indent=None,
        separators=None,
        default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")  # @180

    def encode(self, o):
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        chunks = self.iterencode(o, _one_shot=True)  # @200
        if isinstance(chunks, (list, tuple)):
            return "".join(chunks)
        return "".join(list(chunks))

    def iterencode(self, o, _one_shot=False):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        options = (
            self.skipkeys,
            self.ensure_ascii,
            self.check_circular,
            self.allow_nan,
            self.sort_keys,
            indent,
            self.item_separator,
            self.key_separator,
        )
        return (_encode(o, self.default, options),)  # @258


def encode_basestring(s):
    return _quote(s, False)


def encode_basestring_ascii(s):
    return _quote(s, True)
