from bs4 import BeautifulSoup
import re

page = """
<!DOCTYPE html>
<html><head><title>The  list</title></head>
<body class="wide dark">
<h1 id="top">Fruit &amp; more</h1>
<!-- nothing here -->
<p class="intro">Some <b>bold</b> and <i>slanted</i> words.</p>
<ul id="fruit">
  <li class="red"><a href="/apple" data-n="1">Apple</a></li>
  <li class="yellow long"><a href="/banana">Banana</a></li>
  <li class="red"><a href="https://example.com/cherry">Cherry</a></li>
</ul>
<img src="a.png" alt="A picture"><br/>
<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>
<script>if (1 < 2) { go("<b>"); }</script>
</body></html>
"""
soup = BeautifulSoup(page, "html.parser")
print(soup.title, soup.title.string, soup.title.name, soup.title.parent.name)
print(soup.h1.text, soup.h1["id"], soup.p["class"], soup.body.get("class"), soup.p.get("none"))
print(soup.find("a"), soup.find("a").get("data-n"), soup.find("table").find_all("td"))
print([a["href"] for a in soup.find_all("a")])
print(soup.find_all("li", class_="red"))
print(soup.find_all("li", {"class": "yellow"})[0].a.text)
print(soup.find(id="fruit").li, len(soup.find_all(["h1", "p"])))
print(soup.find_all("a", href=re.compile("^https")), soup.find_all(string="Apple"))
print(soup.find("a", string="Banana"), soup.find_all("a", limit=2))
print(soup.find_all(lambda tag: tag.has_attr("data-n")))
print(repr(soup.p.get_text()), soup.p.string, list(soup.p.stripped_strings))
print(soup.ul.get_text(" | ", strip=True))
print(soup.find("li").find_next_sibling("li").text.strip(), soup.find("b").parent.name)
print([child.name for child in soup.ul.children])
print(soup.find("nothing"), soup.find_all("nothing"))
print([[td.text for td in row.find_all("td")] for row in soup.find_all("tr")])
print(soup.script.string)
print(soup.img, soup.img.attrs)
try:
    soup.find("nothing").text
except AttributeError as error:
    print(error)
