from bs4 import BeautifulSoup

soup = BeautifulSoup(
    """<div id="main" class="box"><h2>One</h2><p class="a">first</p><p class="a b">second</p>
<ul><li>x<ul><li>deep</li></ul></li><li class="last" data-k="v1 v2">y</li></ul><a href="/a.html">in</a></div>
<div class="box"><p>other</p><a href="http://b.org/">out</a><input type="text" disabled></div>""",
    "html.parser",
)
for selector in (
    "p",
    ".a",
    "p.a.b",
    "#main p",
    "#main > ul > li",
    "div.box > p",
    "h2 + p",
    "h2 ~ p",
    "a[href]",
    'a[href="/a.html"]',
    "a[href^=http]",
    "a[href$='.html']",
    "a[href*='b.']",
    "li[data-k~=v2]",
    "li:nth-of-type(2)",
    "p:first-child",
    "li:last-child",
    "div:not(#main) p",
    "h2, a",
    "input[disabled]",
    "*",
):
    print(selector, [tag.get_text(strip=True) or tag.name for tag in soup.select(selector)])
print(soup.select_one(".b"), soup.select_one(".none"), soup.select("li", limit=1))
