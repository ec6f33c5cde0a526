# The page itself.


class FeatureNotFound(ValueError):
    pass


class GuessedAtParserWarning(UserWarning):
    pass


class MarkupResemblesLocatorWarning(UserWarning):
    pass


class XMLParsedAsHTMLWarning(UserWarning):
    pass


_PARSERS = {None, "html.parser", "html", "lxml", "html5lib", "lxml-xml", "xml", "features"}


def _select(self, selector, namespaces=None, limit=0, **options):
    wanted = [_compiled(one) for one in _split_list(selector)]
    result = ResultSet()
    for tag in self.descendants:
        if isinstance(tag, Tag) and any(_is_end(tag, steps, self) for steps in wanted):
            result.append(tag)
            if limit and len(result) >= limit:
                break
    return result


def _select_one(self, selector, namespaces=None, **options):
    return _first(_select(self, selector, limit=1))


Tag.select = _select
Tag.select_one = _select_one


class _Builder(_HTMLParser):
    def __init__(self, soup):
        super().__init__()
        self._open = [soup]
        self._texts = []

    def _flush(self):
        if self._texts:
            text = "".join(self._texts)
            self._texts = []
            name = self._open[-1].name
            kind = Script if name == "script" else Stylesheet if name == "style" else NavigableString
            if text.strip() or "\n" not in text:
                self._add(kind(text))
            else:
                # Blanks with a line end among them are that line end, as bs4 keeps them.
                self._add(kind("\n"))

    def _add(self, item):
        item.parent = self._open[-1]
        self._open[-1].contents.append(item)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        self._flush()
        _spend_us(60)
        told = {}
        for key, value in attrs:
            value = "" if value is None else value
            told[key] = value.split() if key in _MANY and value else value
        made = Tag(name=tag, attrs=told)
        self._add(made)
        if tag not in _VOID:
            self._open.append(made)

    def handle_endtag(self, tag):
        self._flush()
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].name == tag:
                del self._open[index:]
                return

    def handle_data(self, data):
        self._texts.append(data)

    def handle_comment(self, data):
        self._flush()
        self._add(Comment(data))

    def handle_decl(self, decl):
        self._flush()
        self._add(Doctype(decl[7:].strip()) if decl[:7].lower() == "doctype" else Declaration(decl))

    def handle_pi(self, data):
        self._flush()
        self._add(ProcessingInstruction(data))


class BeautifulSoup(Tag):
    hidden = True

    def __init__(self, markup="", features=None, builder=None, parse_only=None, from_encoding=None, **options):
        super().__init__(name="[document]")
        wanted = features[0] if isinstance(features, (list, tuple)) else features
        if wanted not in _PARSERS:
            raise FeatureNotFound(
                f"Couldn't find a tree builder with the features you requested: {wanted}. Do you need to install a parser library?"
            )
        if hasattr(markup, "read"):
            markup = markup.read()
        self.original_encoding = None
        if isinstance(markup, (bytes, bytearray)):
            self.original_encoding = from_encoding or ("ascii" if bytes(markup).isascii() else "utf-8")
            markup = bytes(markup).decode(from_encoding or "utf-8", "replace")
        parser = _Builder(self)
        parser.feed(markup)
        parser.close()
        parser._flush()
        if parse_only is not None:
            name, attrs, string, more = parse_only._asked
            kept = [item.extract() for item in list(_matching(list(self.descendants), name, attrs, string, more))]
            self.clear()
            self.extend(kept)

    def new_tag(self, name, namespace=None, nsprefix=None, attrs={}, **more):
        return Tag(name=name, attrs={**attrs, **more})

    def new_string(self, text, subclass=NavigableString):
        return subclass(text)


BeautifulStoneSoup = BeautifulSoup
