import requests

base = "https://httpbin.org"
for verb in ("get", "post", "put", "patch", "delete"):
    answer = getattr(requests, verb)(f"{base}/{verb}")
    print(verb, answer.status_code, answer.reason, answer.json()["url"])
head = requests.head(f"{base}/get")
print("head", head.status_code, head.text == "", int(head.headers["Content-Length"]) > 0)
print("options", requests.options(f"{base}/get").ok)
print(requests.request("GET", f"{base}/ip").json())
print(requests.get(f"{base}/post").status_code)
