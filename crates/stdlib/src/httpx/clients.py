# The clients. What is the same for threads and tasks is in `_Shared`; how one of them waits is its own.

DEFAULT_MAX_REDIRECTS = 20
USE_CLIENT_DEFAULT = object()


class BaseTransport:
    def handle_request(self, request):
        raise NotImplementedError("The 'handle_request' method must be implemented.")

    def close(self):
        pass


class AsyncBaseTransport:
    async def handle_async_request(self, request):
        raise NotImplementedError("The 'handle_async_request' method must be implemented.")

    async def aclose(self):
        pass


class HTTPTransport(BaseTransport):
    def __init__(self, retries=0, **options):
        self.retries = retries


class AsyncHTTPTransport(AsyncBaseTransport):
    def __init__(self, retries=0, **options):
        self.retries = retries


class MockTransport(BaseTransport, AsyncBaseTransport):
    def __init__(self, handler):
        self.handler = handler

    def handle_request(self, request):
        return self.handler(request)

    async def handle_async_request(self, request):
        response = self.handler(request)
        return await response if hasattr(response, "__await__") else response


class _Shared:
    def __init__(self, *, auth=None, params=None, headers=None, cookies=None, verify=True, cert=None, http1=True, http2=False, proxy=None, mounts=None, timeout=5.0, follow_redirects=False, limits=None, max_redirects=DEFAULT_MAX_REDIRECTS, event_hooks=None, base_url="", transport=None, trust_env=True, default_encoding="utf-8", app=None, proxies=None):
        self.auth = auth
        self.params = dict(params or {})
        self.headers = Headers({"Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive", "User-Agent": f"python-httpx/{__version__}"})
        self.headers.update(headers or {})
        self.cookies = Cookies(cookies)
        self.timeout = Timeout(timeout)
        self.follow_redirects = follow_redirects
        self.max_redirects = max_redirects
        self.event_hooks = {"request": [], "response": [], **(event_hooks or {})}
        self.base_url = URL(base_url)
        self._transport = transport
        self._kept = _network.Pool()
        limits = limits or Limits(max_connections=100, max_keepalive_connections=20)
        self._slots = _network.Slots(limits.max_connections or 0)
        self._state = "unopened"

    is_closed = property(lambda self: self._state == "closed")

    def _open(self):
        if self._state == "closed":
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        self._state = "opened"

    def build_request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None, cookies=None, timeout=USE_CLIENT_DEFAULT, extensions=None):
        url = str(url)
        base = str(self.base_url)
        if "://" not in url:
            url = base.rstrip("/") + "/" + url.lstrip("/") if url or not base else base
        merged = self.headers.copy()
        merged.update(headers or {})
        request = Request(method, url, content=content, data=data, files=files, json=json, params={**self.params, **dict(params or {})} if not isinstance(params, (list, tuple)) else params, headers=merged)
        sent = "; ".join(filter(None, [self.cookies._header(request.url.host or ""), *[f"{key}={value}" for key, value in dict(cookies or {}).items()]]))
        if sent:
            request.headers["Cookie"] = sent
        request._timeout = self.timeout if timeout is USE_CLIENT_DEFAULT else Timeout(timeout)
        return request

    def _sign(self, request, auth):
        auth = self.auth if auth is USE_CLIENT_DEFAULT else auth
        if auth is None and request.url.user:
            auth = (request.url.user, request.url.password or "")
        if isinstance(auth, tuple):
            auth = BasicAuth(*auth)
        if isinstance(auth, Auth):
            auth._sign(request)
        elif callable(auth):
            auth(request)
        if request.url.scheme not in ("http", "https"):
            if not request.url.scheme:
                raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.", request=request)
            raise UnsupportedProtocol(f"Request URL has an unsupported protocol '{request.url.scheme}://'.", request=request)
        if not request.url.host:
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.", request=request)

    def _exchange(self, request):
        timeout = getattr(request, "_timeout", self.timeout)
        limits = _network.Limits(timeout.connect, timeout.read)
        _network._spend_us(500)
        target = _network.Target(str(request.url))
        headers = [("-".join(part.capitalize() for part in key.split("-")), value) for key, value in request.headers.items()]
        kept = self._kept.take(target)
        return target, _network.exchange(request.method, str(request.url), headers, request.content, kept, limits)

    def _response(self, request, target, answer, release):
        response = Response(answer.status, headers=answer.headers, request=request, _answer=answer, _release=release)
        self._learn(request, response, target.host, answer.headers)
        if not answer.left():
            response._end(True)
        return response

    def _learn(self, request, response, host, headers):
        own = Cookies()
        own._learn(host, headers)
        response._cookies = own
        self.cookies._learn(host, headers)

    def _redirected(self, request, response):
        method = request.method
        status = response.status_code
        if (status == 303 and method != "HEAD") or (status == 302 and method != "HEAD") or (status == 301 and method == "POST"):
            method = "GET"
        url = _urljoin(str(request.url), response.headers["location"])
        headers = request.headers.copy()
        headers.pop("host")
        headers.pop("cookie")
        content = request.content
        if method != request.method:
            content = None
            headers.pop("content-length")
            headers.pop("content-type")
        follow = Request(method, url, headers=headers, content=content or None)
        sent = self.cookies._header(follow.url.host)
        if sent:
            follow.headers["Cookie"] = sent
        follow._timeout = getattr(request, "_timeout", self.timeout)
        return follow

    def _follows(self, given):
        return self.follow_redirects if given is USE_CLIENT_DEFAULT else given


def _redirects(shared, request, response, history, follow):
    "The request that a response leads to, or None."
    response.history = list(history)
    if not response.has_redirect_location:
        return None
    following = shared._redirected(request, response)
    if not follow:
        response.next_request = following
        return None
    history.append(response)
    if len(history) > shared.max_redirects:
        raise TooManyRedirects("Exceeded maximum allowed redirects.", request=following)
    return following


def _verbs(asynchronous):
    "The methods of a client, one for each verb."

    def verb(method):
        def ask(self, url, **options):
            return self.request(method, url, **options)

        ask.__name__ = method.lower()
        return ask

    return {method.lower(): verb(method) for method in ("GET", "OPTIONS", "HEAD", "POST", "PUT", "PATCH", "DELETE")}


class Client(_Shared):
    def request(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **options):
        request = self.build_request(method, url, **options)
        return self.send(request, auth=auth, follow_redirects=follow_redirects)

    def send(self, request, *, stream=False, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT):
        self._open()
        self._sign(request, auth)
        history = []
        start = _time.perf_counter()
        while True:
            for hook in self.event_hooks["request"]:
                hook(request)
            response = self._send_one(request)
            for hook in self.event_hooks["response"]:
                hook(response)
            following = _redirects(self, request, response, history, self._follows(follow_redirects))
            if following is None:
                break
            response.read()
            request = following
        if not stream:
            response.read()
        response.elapsed = _datetime.timedelta(seconds=_time.perf_counter() - start)
        return response

    def _send_one(self, request):
        if self._transport is not None and not isinstance(self._transport, HTTPTransport):
            response = self._transport.handle_request(request)
            response.request = request
            self._learn(request, response, request.url.host, response.headers.items())
            return response
        left = getattr(self._transport, "retries", 0)
        while True:
            target, steps = self._exchange(request)
            try:
                answer = _network.drive(steps)
                return self._response(request, target, answer, lambda reusable: reusable and self._kept.give(target))
            except _network.Failure as failure:
                if not left or failure.kind not in ("connect", "connect timeout"):
                    _raise(failure, request)
                left -= 1

    def stream(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **options):
        request = self.build_request(method, url, **options)
        return _Stream(lambda: self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects))

    def close(self):
        self._state = "closed"

    def __enter__(self):
        if self._state != "unopened":
            raise RuntimeError("Cannot open a client instance more than once." if self._state == "opened" else "Cannot reopen a client instance, once it has been closed.")
        self._state = "opened"
        return self

    def __exit__(self, *failure):
        self.close()


class _Stream:
    def __init__(self, send):
        self._send = send

    def __enter__(self):
        self._response = self._send()
        return self._response

    def __exit__(self, *failure):
        self._response.close()


class AsyncClient(_Shared):
    async def request(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **options):
        request = self.build_request(method, url, **options)
        return await self.send(request, auth=auth, follow_redirects=follow_redirects)

    async def send(self, request, *, stream=False, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT):
        self._open()
        self._sign(request, auth)
        history = []
        start = _time.perf_counter()
        while True:
            for hook in self.event_hooks["request"]:
                await hook(request)
            response = await self._send_one(request)
            for hook in self.event_hooks["response"]:
                await hook(response)
            following = _redirects(self, request, response, history, self._follows(follow_redirects))
            if following is None:
                break
            await response.aread()
            request = following
        if not stream:
            await response.aread()
        response.elapsed = _datetime.timedelta(seconds=_time.perf_counter() - start)
        return response

    async def _send_one(self, request):
        if self._transport is not None and not isinstance(self._transport, AsyncHTTPTransport):
            response = await self._transport.handle_async_request(request)
            response.request = request
            self._learn(request, response, request.url.host, response.headers.items())
            return response
        left = getattr(self._transport, "retries", 0)
        while True:
            target = _network.Target(str(request.url))
            try:
                await _asyncio.wait_for(self._slots.take(target), getattr(request, "_timeout", self.timeout).pool)
            except _asyncio.TimeoutError:
                raise PoolTimeout("", request=request) from None
            try:
                target, steps = self._exchange(request)
                answer = await _network.drive_async(steps)
            except BaseException as error:
                self._slots.give(target)
                if not isinstance(error, _network.Failure):
                    raise
                if not left or error.kind not in ("connect", "connect timeout"):
                    _raise(error, request, True)
                left -= 1
                continue

            def release(reusable):
                self._slots.give(target)
                if reusable:
                    self._kept.give(target)

            return self._response(request, target, answer, release)

    def stream(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **options):
        request = self.build_request(method, url, **options)
        return _AsyncStream(lambda: self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects))

    async def aclose(self):
        self._state = "closed"

    async def __aenter__(self):
        if self._state != "unopened":
            raise RuntimeError("Cannot open a client instance more than once." if self._state == "opened" else "Cannot reopen a client instance, once it has been closed.")
        self._state = "opened"
        return self

    async def __aexit__(self, *failure):
        await self.aclose()


class _AsyncStream:
    def __init__(self, send):
        self._send = send

    async def __aenter__(self):
        self._response = await self._send()
        return self._response

    async def __aexit__(self, *failure):
        await self._response.aclose()


for _kind in (Client, AsyncClient):
    for _name, _method in _verbs(_kind is AsyncClient).items():
        setattr(_kind, _name, _method)

_CLIENTS_OWN = ("cookies", "proxy", "timeout", "verify", "trust_env", "limits", "http2", "transport")


def request(method, url, **options):
    own = {name: options.pop(name) for name in _CLIENTS_OWN if name in options}
    with Client(**own) as client:
        return client.request(method, url, **options)


def get(url, **options):
    return request("GET", url, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)


def head(url, **options):
    return request("HEAD", url, **options)


def post(url, **options):
    return request("POST", url, **options)


def put(url, **options):
    return request("PUT", url, **options)


def patch(url, **options):
    return request("PATCH", url, **options)


def delete(url, **options):
    return request("DELETE", url, **options)


class stream:
    def __init__(self, method, url, **options):
        own = {name: options.pop(name) for name in _CLIENTS_OWN if name in options}
        self._client = Client(**own)
        self._stream = self._client.stream(method, url, **options)

    def __enter__(self):
        return self._stream.__enter__()

    def __exit__(self, *failure):
        self._stream.__exit__(*failure)
        self._client.close()
