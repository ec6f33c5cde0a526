"""The format mini-language for decimals. Reads a number's sign, digits and exponent; makes none but by its own methods."""

import re as _re

from _decimal_context import getcontext


_number = _re.compile(r"([-+])?(?:(\d[\d_]*)?(?:\.([\d_]*))?(?:[eE]([-+]?\d+))?|(inf(?:inity)?)|(s)?nan(\d*))\Z", _re.IGNORECASE)


def parse(text):
    """Sign, digits, exponent and kind of a number's text; None where it is none."""
    match = _number.match(text.strip().replace("_", ""))
    if match is None:
        return None
    minus, whole, rest, power, infinite, signals, _ = match.groups()
    sign = int(minus == "-")
    if infinite:
        return sign, 0, 0, "inf"
    digits = (whole or "") + (rest or "")
    if digits:
        return sign, int(digits), int(power or 0) - len(rest or ""), ""
    if "n" in text.lower():
        return sign, 0, 0, "snan" if signals else "nan"
    return None


def split(digits, dot):
    if dot <= 0:
        return "0", "." + "0" * -dot + digits
    if dot >= len(digits):
        return digits + "0" * (dot - len(digits)), ""
    return digits[:dot], "." + digits[dot:]


_spec = _re.compile(r"(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?\Z", _re.DOTALL)


def formatted(value, text):
    match = _spec.match(text)
    if match is None:
        raise ValueError("invalid format string")
    fill, align, plus, _, alternate, zero, width, comma, precision, kind = match.groups()
    width = int(width or 0)
    if zero and align is None:
        fill, align = "0", "="
    fill, align = fill or " ", align or ">"
    sign = "-" if value._sign else plus if plus in ("+", " ") else ""
    if value._special:
        body = {"inf": "Infinity", "nan": "NaN", "snan": "sNaN"}[value._special] + ("%" if kind == "%" else "")
        fill = " " if fill == "0" and zero else fill
        return _padded(sign, body, fill, ">" if align == "=" and zero else align, width)
    rounding = getcontext().rounding
    plain = kind is None
    kind = kind or "g"
    if kind == "n":
        kind = "g"
    if kind == "%":
        value = value.scaleb(2)
    if precision is not None:
        precision = int(precision)
        if kind in "eE":
            value = _to_digits(value, precision + 1, rounding)
        elif kind in "fF%":
            value = value._rescaled(-precision, rounding)
        elif len(str(value._int)) > max(precision, 1):
            value = _to_digits(value, max(precision, 1), rounding)
    if not value._int and value._exp > 0 and kind in "fF%":
        value = value._rescaled(0, rounding)
    digits = str(value._int)
    left = value._exp + len(digits)
    if kind in "eE":
        dot = 1 - precision if not value._int and precision is not None else 1
    elif kind in "fF%":
        dot = left
    else:
        dot = left if value._exp <= 0 and left > -6 else 1
    whole, rest = split(digits, dot)
    if alternate and not rest:
        rest = "."
    power = left - dot
    tail = ""
    if power or kind in "eE":
        tail = {"E": "E", "e": "e", "G": "E", "g": "e"}.get(kind, "E")
        tail = ("E" if plain else tail) + "%+d" % power
    if kind == "%":
        tail += "%"
    if comma:
        room = width - len(sign) - len(rest) - len(tail) if fill == "0" and align == "=" else 0
        whole = _grouped(whole, comma, room)
    return _padded(sign, whole + rest + tail, fill, align, width)


def _to_digits(value, count, rounding):
    if not value._int:
        return value
    exponent = value.adjusted() - count + 1
    result = value._rescaled(exponent, rounding)
    if len(str(result._int)) > count:
        result = result._rescaled(exponent + 1, rounding)
    return result


def _grouped(whole, comma, room):
    groups = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    groups.insert(0, whole)
    text = comma.join(groups)
    while len(text) < room:
        text = "0" + (comma if len(groups[0]) == 3 else "") + text
        groups[0] = "0" + groups[0] if len(groups[0]) < 3 else "0"
    return text


def _padded(sign, body, fill, align, width):
    pad = width - len(sign) - len(body)
    if pad <= 0:
        return sign + body
    if align == "=":
        return sign + fill * pad + body
    body = sign + body
    if align == "<":
        return body + fill * pad
    if align == "^":
        return fill * (pad // 2) + body + fill * (pad - pad // 2)
    return fill * pad + body
