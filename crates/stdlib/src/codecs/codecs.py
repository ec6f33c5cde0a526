"""`codecs`: encodings by name, and text streams over byte streams.
"""

import io

BOM_UTF8 = b"\xef\xbb\xbf"
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"

_TEXT = {"rot13": "rot13", "rot-13": "rot13", "rot_13": "rot13"}
_BYTES = ("hex", "hex_codec", "base64", "base_64", "base64_codec")


def _rot13(text):
    out = []
    for c in text:
        for first in ("a", "A"):
            place = ord(c) - ord(first)
            if 0 <= place < 26:
                c = chr(ord(first) + (place + 13) % 26)
                break
        out.append(c)
    return "".join(out)


def encode(obj, encoding="utf-8", errors="strict"):
    name = encoding.lower()
    if name in _TEXT:
        return _rot13(obj)
    if name in _BYTES:
        if name.startswith("hex"):
            return bytes(obj).hex().encode()
        import base64

        return base64.encodebytes(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    name = encoding.lower()
    if name in _TEXT:
        return _rot13(obj)
    if name in _BYTES:
        if name.startswith("hex"):
            return bytes.fromhex(bytes(obj).decode())
        import base64

        return base64.decodebytes(obj)
    return bytes(obj).decode(encoding, errors)


_NAMES = {"utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "latin1": "iso8859-1", "latin-1": "iso8859-1", "l1": "iso8859-1"}
_NAMES.update({"iso-8859-1": "iso8859-1", "us-ascii": "ascii", "646": "ascii", "utf-8-sig": "utf-8-sig"})


class CodecInfo(tuple):
    __module__ = "codecs"

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, *, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name}>"


def lookup(encoding, /):
    name = encoding.lower().replace("_", "-").replace(" ", "-")
    "".encode("utf-8" if name == "utf-8-sig" else encoding)

    def encoder(text, errors="strict"):
        return encode(text, encoding, errors), len(text)

    def decoder(data, errors="strict"):
        return decode(data, encoding, errors), len(data)

    return CodecInfo(encoder, decoder, getreader(encoding), getwriter(encoding), name=_NAMES.get(name, name))


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


class StreamWriter:
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(encode(object, self.encoding, self.errors))

    def writelines(self, list):
        self.write("".join(list))

    def __getattr__(self, name):
        return getattr(self.__dict__["stream"], name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


class StreamReader:
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def read(self, size=-1, chars=-1, firstline=False):
        return decode(self.stream.read(size), self.encoding, self.errors)

    def readline(self, size=None, keepends=True):
        line = decode(self.stream.readline(), self.encoding, self.errors)
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.__dict__["stream"], name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


def getwriter(encoding):
    return type("StreamWriter", (StreamWriter,), {"encoding": encoding})


def getreader(encoding):
    return type("StreamReader", (StreamReader,), {"encoding": encoding})


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is None:
        return io.open(filename, mode, buffering)
    # Text without any change of line ends, as from a binary file.
    return io.open(filename, mode.replace("b", ""), buffering, encoding, errors, newline="" if "r" in mode else "\n")


def iterencode(iterator, encoding, errors="strict"):
    for text in iterator:
        if text:
            yield encode(text, encoding, errors)


def iterdecode(iterator, encoding, errors="strict"):
    for data in iterator:
        if data:
            yield decode(data, encoding, errors)
