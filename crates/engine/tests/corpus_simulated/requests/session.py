import requests

with requests.Session() as session:
    session.headers.update({"X-Client": "test"})
    session.params = {"lang": "en"}
    answer = session.get("https://httpbin.org/get", params={"q": "1"})
    print(answer.json()["args"], answer.json()["headers"]["X-Client"])
    print(session.get("https://httpbin.org/cookies/set/flavour/oat").json())
    print(session.cookies.get_dict())
    print(session.get("https://httpbin.org/cookies").json())
    answer = session.get("https://httpbin.org/redirect/2")
    print([step.status_code for step in answer.history], answer.url)
    answer = session.get("https://httpbin.org/redirect/2", allow_redirects=False)
    print(answer.status_code, answer.is_redirect, answer.headers["Location"], answer.next.url)
    seen = []
    session.get("https://httpbin.org/ip", hooks={"response": lambda r, *a, **k: seen.append(r.status_code)})
    print(seen)
    prepared = session.prepare_request(requests.Request("GET", "https://httpbin.org/anything", params={"a": 1}))
    print(prepared, prepared.url, session.send(prepared).json()["method"])
