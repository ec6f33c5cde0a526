import requests
from requests.exceptions import RequestException


def ask(url, **options):
    try:
        answer = requests.get(url, **options)
        answer.raise_for_status()
        print("fine", answer.status_code)
    except RequestException as error:
        print(type(error).__name__, "|", error)


ask("https://httpbin.org/status/200")
ask("https://httpbin.org/status/404")
ask("https://httpbin.org/status/500")
ask("https://httpbin.org/delay/3", timeout=1)
ask("https://httpbin.org/delay/3", timeout=(5, 0.5))
ask("http://no-such-host.invalid/page")
ask("http://localhost:9/")
ask("no-scheme.org")
ask("http://")
ask("gopher://example.com/")
ask("https://httpbin.org/redirect/31")
print(issubclass(requests.ConnectTimeout, requests.ConnectionError), issubclass(requests.ReadTimeout, requests.ConnectionError))
try:
    requests.get("https://example.com/").json()
except requests.exceptions.JSONDecodeError as error:
    print(type(error).__name__, error)
