"""`configparser`: values that name other values. Part of `configparser`.
"""


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._expand(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

    def before_set(self, parser, section, option, value):
        rest = value.replace("%%", "")
        while "%(" in rest and ")s" in rest[rest.index("%(") :]:
            start = rest.index("%(")
            rest = rest[:start] + rest[rest.index(")s", start) + 2 :]
        if "%" in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find('%')}")
        return value

    def _expand(self, parser, option, parts, rest, section, defaults, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            at = rest.find("%")
            if at < 0:
                parts.append(rest)
                return
            parts.append(rest[:at])
            rest = rest[at:]
            if rest[1:2] == "%":
                parts.append("%")
                rest = rest[2:]
            elif rest[1:2] == "(":
                end = rest.find(")s")
                if end < 0:
                    raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
                name = parser.optionxform(rest[2:end])
                rest = rest[end + 2 :]
                if name not in defaults:
                    raise InterpolationMissingOptionError(option, section, raw, name)
                value = defaults[name]
                if "%" in value:
                    self._expand(parser, option, parts, value, section, defaults, depth + 1)
                else:
                    parts.append(value)
            else:
                raise InterpolationSyntaxError(
                    option, section, f"'%' must be followed by '%' or '(', found: {rest!r}"
                )


class ExtendedInterpolation(Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._expand(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

    def before_set(self, parser, section, option, value):
        return value

    def _expand(self, parser, option, parts, rest, section, defaults, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            at = rest.find("$")
            if at < 0:
                parts.append(rest)
                return
            parts.append(rest[:at])
            rest = rest[at:]
            if rest[1:2] == "$":
                parts.append("$")
                rest = rest[2:]
                continue
            end = rest.find("}")
            if rest[1:2] != "{":
                raise InterpolationSyntaxError(
                    option, section, f"'$' must be followed by '$' or '{{', found: {rest!r}"
                )
            if end < 0:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
            path = rest[2:end].split(":")
            rest = rest[end + 1 :]
            try:
                if len(path) == 1:
                    own, name = section, parser.optionxform(path[0])
                    value = defaults[name]
                else:
                    own, name = path[0], parser.optionxform(path[1])
                    value = parser.get(own, name, raw=True)
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
            if "$" in value:
                self._expand(parser, name, parts, value, own, dict(parser.items(own, raw=True)), depth + 1)
            else:
                parts.append(value)
