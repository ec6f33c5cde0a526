import json
import urllib.error
import urllib.parse
import urllib.request

with urllib.request.urlopen("https://httpbin.org/get?x=1") as answer:
    print(answer.status, answer.getcode(), answer.reason, answer.geturl())
    print(answer.headers["Content-Type"], answer.headers.get_content_charset())
    print(json.loads(answer.read())["args"])
data = urllib.parse.urlencode({"a": 1, "b": "two"}).encode()
with urllib.request.urlopen("https://httpbin.org/post", data=data) as answer:
    print(json.load(answer)["form"])
request = urllib.request.Request("https://httpbin.org/put", data=b"body", headers={"X-One": "1"}, method="PUT")
with urllib.request.urlopen(request, timeout=10) as answer:
    told = json.load(answer)
    print(told["data"], told["headers"]["X-One"], request.get_method())
for url in ("https://httpbin.org/status/404", "http://no-such-host.invalid/", "http://localhost:9/", "no-scheme", "zz://host/"):
    try:
        urllib.request.urlopen(url)
    except urllib.error.HTTPError as error:
        print("HTTPError", error.code, error.reason, error)
    except urllib.error.URLError as error:
        print("URLError", error.reason, "|", error)
    except ValueError as error:
        print("ValueError", error)
try:
    urllib.request.urlopen("https://httpbin.org/delay/2", timeout=1)
except TimeoutError as error:
    print(error)
print(urllib.request.urlopen("https://httpbin.org/redirect/2").geturl())
print(urllib.request.urlopen("data:text/plain,hello%20there").read())
