"""`html.parser`: calls a handler for each tag, text, comment and reference of a page. Source of the rules: CPython 3.11,
Lib/html/parser.py: what is no tag is text, and nothing is an error.
"""

import re

from html import unescape

__all__ = ["HTMLParser"]

_name = re.compile(r"[a-zA-Z][^\t\n\r\f />\x00]*")
_attribute = re.compile(r"[\s/]*(?:(?<=['\"\s/])([^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*)?")
_reference = re.compile(r"&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*));?")


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0
        self._start_text = None

    def feed(self, data):
        self.rawdata += data
        self._go(False)

    def close(self):
        self._go(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start_text

    def _move(self, passed):
        lines = passed.count("\n")
        if lines:
            self.lineno += lines
            self.offset = len(passed) - passed.rindex("\n") - 1
        else:
            self.offset += len(passed)

    # Works on the pieces between `<` and `<`, so that what a piece costs does not grow with the page.
    def _go(self, is_end):
        pieces = self.rawdata.split("<")
        self.rawdata = ""
        at = 0
        text = pieces[0]
        while True:
            if self.cdata_elem is not None:
                # What is between the tags of a script is text, whatever it looks like.
                parts = [text]
                while at + 1 < len(pieces) and not self._closes(pieces[at + 1]):
                    at += 1
                    parts.append(pieces[at])
                text = "<".join(parts)
                if at + 1 >= len(pieces) and not is_end:
                    self.rawdata = text
                    return
            elif at + 1 >= len(pieces) and not is_end and self.convert_charrefs:
                mark = text.rfind("&", max(0, len(text) - 34))
                if mark >= 0 and ";" not in text[mark:]:
                    self.rawdata = text
                    return
            if text:
                self._text(text)
                self._move(text)
            at += 1
            if at >= len(pieces):
                return
            markup = "<" + pieces[at]
            end = self._markup(markup, 0)
            while end is None and at + 1 < len(pieces):
                at += 1
                markup += "<" + pieces[at]
                end = self._markup(markup, 0)
            if end is None:
                if not is_end:
                    self.rawdata = markup
                    return
                self._text("<")
                end = 1
            self._move(markup[:end])
            text = markup[end:]

    def _closes(self, piece):
        name = "/" + self.cdata_elem
        return piece[: len(name)].lower() == name and piece[len(name) : len(name) + 1] in ("", ">", "/", " ", "\t", "\n", "\r", "\f")

    def _text(self, text):
        if self.cdata_elem is not None:
            self.handle_data(text)
        elif self.convert_charrefs:
            self.handle_data(unescape(text))
        else:
            at = 0
            for match in _reference.finditer(text):
                if match.start() > at:
                    self.handle_data(text[at : match.start()])
                if match.group(1):
                    self.handle_charref(match.group(1))
                else:
                    self.handle_entityref(match.group(2))
                at = match.end()
            if at < len(text):
                self.handle_data(text[at:])

    # The end of the tag, comment or declaration that begins at `at`; None where it is not whole.
    def _markup(self, raw, at):
        if raw.startswith("<!--", at):
            end = raw.find("-->", at + 4)
            if end < 0:
                return None
            self.handle_comment(raw[at + 4 : end])
            return end + 3
        if raw.startswith("</", at):
            end = raw.find(">", at)
            if end < 0:
                return None
            match = _name.match(raw, at + 2)
            if match is None:
                if raw[at + 2 : at + 3] != ">":
                    self.handle_comment(raw[at + 2 : end])
            else:
                tag = match.group().lower()
                self.cdata_elem = None
                self.handle_endtag(tag)
            return end + 1
        if raw.startswith("<!", at):
            end = raw.find(">", at)
            if end < 0:
                return None
            told = raw[at + 2 : end]
            if told[:7].lower() == "doctype":
                self.handle_decl(told)
            elif told.startswith("["):
                self.unknown_decl(told[1:])
            else:
                self.handle_comment(told)
            return end + 1
        if raw.startswith("<?", at):
            end = raw.find(">", at)
            if end < 0:
                return None
            self.handle_pi(raw[at + 2 : end])
            return end + 1
        match = _name.match(raw, at + 1)
        if match is None:
            self.handle_data("<")
            return at + 1
        return self._start(raw, at, match)

    def _start(self, raw, at, match):
        tag = match.group().lower()
        position = match.end()
        attributes = []
        while position < len(raw):
            found = _attribute.match(raw, position)
            if found is None or found.group(1) is None:
                position = found.end() if found else position
                break
            name, rest, value = found.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            attributes.append((name.lower(), unescape(value) if value else value))
            position = found.end()
        end = raw.find(">", position)
        if end < 0:
            return None
        self._start_text = raw[at : end + 1]
        self.lasttag = tag
        if raw[:end].endswith("/") and end - 1 >= match.end():
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        return end + 1

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
