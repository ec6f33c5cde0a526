"""`base64`: RFC 4648's alphabets over `binascii`, and the two of base 85. Source of the rules: CPython 3.11, Lib/base64.py.
"""

import binascii
import re
import struct

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode"]
__all__ += ["b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode"]
__all__ += ["standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)  # @88


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(b"+/", b"-_"))


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(bytes.maketrans(b"-_", b"+/")))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _b32encode(alphabet, s):
    s = bytes(s)
    out = bytearray()
    for i in range(0, len(s), 5):
        chunk = s[i : i + 5]
        number = int.from_bytes(chunk + bytes(5 - len(chunk)), "big")
        letters = [alphabet[number >> shift & 31] for shift in range(35, -1, -5)]
        used = {1: 2, 2: 4, 3: 5, 4: 7, 5: 8}[len(chunk)]
        out += bytes(letters[:used]) + b"=" * (8 - used)
    return bytes(out)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _bytes(map01)))
    if casefold:
        s = s.upper()
    letters = s.rstrip(b"=")
    pads = len(s) - len(letters)
    values = {letter: number for number, letter in enumerate(alphabet)}
    out = bytearray()
    for i in range(0, len(letters), 8):
        number = 0
        chunk = letters[i : i + 8]
        for letter in chunk:
            if letter not in values:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | values[letter]
        out += (number << 5 * (8 - len(chunk))).to_bytes(5, "big")
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return bytes(out[: len(out) - {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[pads]])


def b32encode(s):
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32_HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if re.search(b"[^0-9A-F]", s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _85encode(b, alphabet, pad, foldnuls=False, foldspaces=False):
    b = bytes(b)
    padding = -len(b) % 4
    words = struct.unpack("!%dI" % ((len(b) + padding) // 4), b + bytes(padding))
    chunks = []
    for word in words:
        if foldnuls and not word:
            chunks.append(b"z")
        elif foldspaces and word == 0x20202020:
            chunks.append(b"y")
        else:
            chunks.append(bytes(alphabet[word // 85**power % 85] for power in (4, 3, 2, 1, 0)))
    if padding and not pad:
        if chunks[-1] == b"z":
            chunks[-1] = alphabet[:1] * 5
        chunks[-1] = chunks[-1][:-padding]
    return b"".join(chunks)


def b85encode(b, pad=False):
    return _85encode(b, _B85, pad)


def b85decode(b):
    b = _bytes(b)
    values = {letter: number for number, letter in enumerate(_B85)}
    padding = -len(b) % 5
    b += b"~" * padding
    out = bytearray()
    for i in range(0, len(b), 5):
        word = 0
        for j, letter in enumerate(b[i : i + 5]):
            if letter not in values:
                raise ValueError("bad base85 character at position %d" % (i + j)) from None
            word = word * 85 + values[letter]
        if word > 0xFFFFFFFF:
            raise ValueError("base85 overflow in hunk starting at byte %d" % i) from None
        out += word.to_bytes(4, "big")
    return bytes(out[: len(out) - padding])


_A85 = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _85encode(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i : i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out = bytearray()
    current = []
    for letter in b + b"u" * 4:
        if 33 <= letter <= 117:
            current.append(letter - 33)
            if len(current) == 5:
                word = 0
                for value in current:
                    word = word * 85 + value
                if word > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow") from None
                out += word.to_bytes(4, "big")
                current = []
        elif letter == 122:
            if current:
                raise ValueError("z inside Ascii85 5-tuple")
            out += bytes(4)
        elif foldspaces and letter == 121:
            if current:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif letter not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % letter)
    padding = 4 - len(current)
    return bytes(out[: len(out) - padding]) if padding else bytes(out)


def encodebytes(s):
    return b"".join(binascii.b2a_base64(s[i : i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(s)


def encode(input, output):
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))
