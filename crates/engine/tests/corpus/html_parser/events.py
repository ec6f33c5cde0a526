from html.parser import HTMLParser


class Teller(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_startendtag(self, tag, attrs):
        print("startend", tag, attrs)

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_pi(self, data):
        print("pi", data)

    def handle_charref(self, name):
        print("charref", name)

    def handle_entityref(self, name):
        print("entityref", name)


teller = Teller()
teller.feed('<!DOCTYPE html><html lang=en>\n<body class="a b" data-x=\'1 2\' hidden>')
teller.feed("<p>one &amp; two &lt;three&gt; &#65;&copy;</p><br/><img src=a.png alt=\"x &amp; y\">")
teller.feed("<!-- a comment --><?php echo ?><script>if (a < b && c) {}</script>")
teller.feed("3 < 4 <b>bold</B></unknown></body></html>")
teller.close()
print(teller.get_starttag_text())
other = Teller(convert_charrefs=False)
other.feed("x &amp; y &#66; &nope <A HREF='?a=1&b=2'>t</A>")
other.close()


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs).get("href"))


links = Links()
links.feed('<a href="/one">1</a> <a name=x>2</a><a href=/three>3</a>')
print(links.links)
