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

    def _pass(self, start, end):
        lines = self.rawdata.count("\n", start, end)
        if lines:
            self.lineno += lines
            self.offset = end - (self.rawdata.rindex("\n", start, end) + 1)
        else:
            self.offset += end - start

    def _go(self, is_end):
        raw = self.rawdata
        at = 0
        while at < len(raw):
            if self.cdata_elem is not None:
                match = re.compile(r"</%s(?=[\t\n\r\f />])" % self.cdata_elem, re.I).search(raw, at)
                stop = match.start() if match else len(raw)
                if match is None and not is_end:
                    break
            else:
                stop = raw.find("<", at)
                if stop < 0:
                    stop = len(raw)
                    if not is_end and self.convert_charrefs and raw.rfind("&", max(at, len(raw) - 34)) >= 0 and ";" not in raw[raw.rfind("&") :]:
                        break
            if stop > at:
                self._text(raw[at:stop])
                self._pass(at, stop)
                at = stop
                if at >= len(raw):
                    break
            end = self._markup(raw, at)
            if end is None:
                if not is_end:
                    break
                end = at + 1
                self._text("<")
            self._pass(at, end)
            at = end
        self.rawdata = raw[at:]

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
