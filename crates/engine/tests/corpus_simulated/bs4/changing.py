from bs4 import BeautifulSoup

soup = BeautifulSoup('<div><p>one</p><p id="x">two</p></div>', "html.parser")
soup.p["class"] = "new"
soup.find(id="x").string = "changed <here>"
made = soup.new_tag("a", href="/link")
made.string = "go"
soup.div.append(made)
soup.div.insert(0, "text ")
print(soup)
soup.p.decompose()
soup.a.replace_with("plain")
print(soup, len(soup.div.contents))
print(soup.prettify())
print(BeautifulSoup("<ul><li>a<li>b</ul><p>unclosed <b>bold", "html.parser"))
print(BeautifulSoup("a &lt; b &copy; &#65;", "html.parser").get_text())
print(BeautifulSoup(b"<p>bytes</p>", "html.parser").p.text)
print(BeautifulSoup('<a title=\'say "hi"\' href=x&y>q</a>', "html.parser"))
print(BeautifulSoup("<p>a</p>\n\n<p>b</p><br><hr/>", "html.parser").prettify())
