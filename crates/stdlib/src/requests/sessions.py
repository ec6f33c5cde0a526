"""`Session`: what requests share, and redirects.
"""

import datetime
import time
from urllib.parse import urljoin, urlsplit

from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, cookiejar_from_dict
from requests.exceptions import InvalidSchema, TooManyRedirects
from requests.models import DEFAULT_REDIRECT_LIMIT, REDIRECT_STATI, PreparedRequest, Request
from requests.structures import CaseInsensitiveDict
from requests.utils import default_headers


def _merged(own, shared):
    if shared is None:
        return own
    if own is None:
        return shared
    if not (hasattr(own, "items") and hasattr(shared, "items")):
        return own
    merged = CaseInsensitiveDict(shared) if isinstance(shared, CaseInsensitiveDict) else dict(shared)
    merged.update(own)
    for key in [key for key, value in merged.items() if value is None]:
        del merged[key]
    return merged


class Session:
    def __init__(self):
        self.headers = default_headers()
        self.auth = None
        self.proxies = {}
        self.hooks = {"response": []}
        self.params = {}
        self.stream = False
        self.verify = True
        self.cert = None
        self.max_redirects = DEFAULT_REDIRECT_LIMIT
        self.trust_env = True
        self.cookies = cookiejar_from_dict({})
        self.adapters = {}
        self.mount("https://", HTTPAdapter())
        self.mount("http://", HTTPAdapter())

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter
        self.adapters = dict(sorted(self.adapters.items(), key=lambda pair: -len(pair[0])))

    def get_adapter(self, url):
        for prefix, adapter in self.adapters.items():
            if url.lower().startswith(prefix.lower()):
                return adapter
        raise InvalidSchema(f"No connection adapters were found for {url!r}")

    def close(self):
        for adapter in self.adapters.values():
            adapter.close()

    def prepare_request(self, request):
        cookies = self.cookies.copy()
        cookies.update(request.cookies if request.cookies is not None else {})
        prepared = PreparedRequest()
        hooks = dict(self.hooks)
        hooks.update(request.hooks or {})
        prepared.prepare(
            method=request.method.upper(),
            url=request.url,
            files=request.files,
            data=request.data,
            json=request.json,
            headers=_merged(request.headers, self.headers),
            params=_merged(request.params, self.params),
            auth=request.auth if request.auth is not None else self.auth,
            cookies=cookies,
            hooks=hooks,
        )
        return prepared

    def request(
        self,
        method,
        url,
        params=None,
        data=None,
        headers=None,
        cookies=None,
        files=None,
        auth=None,
        timeout=None,
        allow_redirects=True,
        proxies=None,
        hooks=None,
        stream=None,
        verify=None,
        cert=None,
        json=None,
    ):
        asked = Request(method.upper(), url, headers, files, data or {}, params or {}, auth, cookies, hooks, json)
        prepared = self.prepare_request(asked)
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects, stream=self.stream if stream is None else stream)

    def get(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", True)
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", True)
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def send(self, request, timeout=None, allow_redirects=True, stream=False, verify=None, cert=None, proxies=None):
        if isinstance(request, Request):
            raise ValueError("You can only send PreparedRequests.")
        response = self._send_one(request, timeout, stream)
        history = []
        while allow_redirects and response.is_redirect:
            response.content
            if len(history) >= self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            history.append(response)
            request = self._redirected(request, response)
            response = self._send_one(request, timeout, stream)
            response.history = list(history)
        if response.is_redirect:
            response._next = self._redirected(request, response)
        for hook in _hooks(request):
            changed = hook(response)
            if changed is not None:
                response = changed
        if not stream:
            response.content
        return response

    def _send_one(self, request, timeout, stream):
        adapter = self.get_adapter(url=request.url)
        start = time.perf_counter()
        response = adapter.send(request, stream=stream, timeout=timeout)
        response.elapsed = datetime.timedelta(seconds=time.perf_counter() - start)
        self.cookies.update(response.cookies)
        return response

    def _redirected(self, request, response):
        follow = request.copy()
        follow.url = urljoin(request.url, response.headers["location"])
        status = response.status_code
        if (status == 303 and follow.method != "HEAD") or (status == 302 and follow.method != "HEAD"):
            follow.method = "GET"
        elif status == 301 and follow.method == "POST":
            follow.method = "GET"
        if status not in (307, 308):
            follow.body = None
            for name in ("Content-Length", "Content-Type", "Transfer-Encoding"):
                follow.headers.pop(name, None)
        if urlsplit(follow.url).hostname != urlsplit(request.url).hostname:
            follow.headers.pop("Authorization", None)
        follow.headers.pop("Cookie", None)
        follow._cookies.update(response.cookies)
        follow._cookies.update(self.cookies)
        follow.prepare_cookies(follow._cookies)
        return follow


def _hooks(request):
    hooks = request.hooks.get("response") or []
    return [hooks] if callable(hooks) else hooks


def session():
    return Session()
