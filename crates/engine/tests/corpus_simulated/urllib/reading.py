import urllib.request

with urllib.request.urlopen("https://example.com/") as page:
    first = page.readline()
    rest = page.read(20)
    lines = [line for line in page]
print(first, rest, len(lines), lines[-1])
print(page.read())
calls = []
name, headers = urllib.request.urlretrieve("https://example.com/a.png", "/tmp/a.png", lambda *told: calls.append(told))
print(name, headers["Content-Type"], calls[0][1:], len(calls) > 2)
with open("/tmp/a.png", "rb") as file:
    print(len(file.read()) == int(headers["Content-Length"]))
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
opener.addheaders = [("User-Agent", "own")]
print(opener.open("https://httpbin.org/user-agent").read())
print(opener.open("https://httpbin.org/cookies/set?a=1").read())
