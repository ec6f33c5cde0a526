import httpx

answer = httpx.get("https://httpbin.org/get", params={"a": 1}, headers={"X-One": "1"})
print(answer, answer.status_code, answer.reason_phrase, answer.http_version, answer.url)
print(answer.json()["args"], answer.json()["headers"]["X-One"], answer.headers["content-type"], answer.is_success)
print(httpx.post("https://httpbin.org/post", json={"k": [1, 2]}).json()["json"])
print(httpx.post("https://httpbin.org/post", data={"k": "v"}).json()["form"])
print(httpx.put("https://httpbin.org/put", content=b"raw").json()["data"])
with httpx.Client(base_url="https://httpbin.org", headers={"X-Own": "yes"}, timeout=10.0) as client:
    print(client.get("/headers").json()["headers"]["X-Own"])
    print(client.get("/redirect/1").status_code, client.get("/redirect/1", follow_redirects=True).history)
    client.get("/cookies/set?a=1")
    print(client.get("/cookies").json())
    with client.stream("GET", "/bytes/100") as answer:
        print(sum(len(piece) for piece in answer.iter_bytes(30)))
    request = client.build_request("GET", "/anything", params={"q": "x"})
    print(request, client.send(request).json()["method"])


def ask(url, **options):
    try:
        print(httpx.get(url, **options).raise_for_status())
    except httpx.HTTPStatusError as error:
        print(type(error).__name__, error, error.response.status_code)
    except httpx.RequestError as error:
        print(type(error).__name__, error, error.request.url)


ask("https://httpbin.org/status/404")
ask("https://httpbin.org/delay/3", timeout=1.0)
ask("https://httpbin.org/delay/9")
ask("http://10.255.255.1/", timeout=httpx.Timeout(10.0, connect=0.5))
ask("http://no-such-host.invalid/")
ask("http://localhost:9/")
ask("no-scheme")
ask("https://httpbin.org/redirect/30", follow_redirects=True)
print(httpx.Timeout(5.0), httpx.Timeout(5.0, connect=1.0), httpx.Limits(max_connections=5))
print(httpx.codes.NOT_FOUND, httpx.codes.get_reason_phrase(404))


def handler(request):
    return httpx.Response(200, json={"path": request.url.path})


print(httpx.Client(transport=httpx.MockTransport(handler)).get("https://made.up/here").json())
