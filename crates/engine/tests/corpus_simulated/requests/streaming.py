import json
import time

import requests

with requests.get("https://files.example.com/archive.zip", stream=True) as answer:
    size = int(answer.headers["Content-Length"])
    start = time.perf_counter()
    got = 0
    for chunk in answer.iter_content(chunk_size=65536):
        got += len(chunk)
    took = time.perf_counter() - start
print(got == size, abs(took - size / 10_000_000) < 0.05 + took * 0.2)
for line in requests.get("https://httpbin.org/stream/3", stream=True).iter_lines():
    print(json.loads(line)["id"])
answer = requests.get("https://httpbin.org/bytes/10")
print(len(answer.content), answer.content == answer.content)
print(b"".join(requests.get("https://httpbin.org/range/30").iter_content(7)))
picture = requests.get("https://example.com/logo.png")
print(picture.headers["Content-Type"], picture.content[:4])
