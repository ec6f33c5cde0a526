"""`enum`'s checks of whole enumerations. Owns no state.
"""

from enum import Flag, StrEnum

__name__ = "enum"


def unique(enumeration):
    aliases = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
    if aliases:
        details = ", ".join("%s -> %s" % pair for pair in aliases)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in aliases)))
            elif check is CONTINUOUS:
                values = {each.value for each in enumeration}
                low, high = min(values), max(values)
                missing = [n for n in range(low + 1, high) if n not in values] if not issubclass(enumeration, Flag) else []
                if missing:
                    raise ValueError(("invalid %s %r: missing values %s" % ("enum", enumeration.__name__, ", ".join(str(n) for n in missing)))[:256])
        return enumeration


def global_str(self):
    return self._name_ if self._name_ is not None else "%s(%r)" % (self.__class__.__name__, self._value_)


def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__, self._name_)


def global_enum(cls, update_str=False):
    import sys

    module = sys.modules[cls.__module__]
    cls.__repr__ = global_enum_repr
    if update_str:
        cls.__str__ = global_str
    for name, each in cls.__members__.items():
        setattr(module, name, each)
    return cls


def show_flag_values(value):
    return list(_powers(value))


def _powers(value):
    bit = 1
    while bit <= value:
        if value & bit:
            yield bit
        bit <<= 1
