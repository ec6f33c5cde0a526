# Requests and responses.


class URL(_BaseURL):
    def __init__(self, url="", params=None):
        super().__init__(_network.with_params(url, params) if params else url)

    query = property(lambda self: self.query_string.encode())
    params = property(lambda self: dict(_BaseURL.query.fget(self)))

    def copy_with(self, **changes):
        parts = _urlsplit(str(self))
        known = {key: value for key, value in changes.items() if key in ("scheme", "path", "query", "fragment")}
        return URL(parts._replace(**known).geturl())


class Headers(_Fields):
    def __init__(self, headers=None, encoding=None):
        super().__init__(headers or ())
        self._pairs = [(key.lower(), value) for key, value in self._pairs]

    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def multi_items(self):
        return list(self._pairs)

    def __repr__(self):
        return f"Headers({dict(self._pairs)!r})"


class Cookies(_CookieJar):
    def __init__(self, cookies=None):
        super().__init__()
        self.update(cookies or {})

    def set(self, name, value, domain="", path="/"):
        super().set(name, value, domain, path)

    def __iter__(self):
        return iter(self.keys())

    def __repr__(self):
        told = ", ".join(f"<Cookie {cookie.name}={cookie.value} for {cookie.domain} />" for cookie in self._cookies.values())
        return f"<Cookies[{told}]>"


class QueryParams(dict):
    def __str__(self):
        from urllib.parse import urlencode

        return urlencode(self)


class Timeout:
    def __init__(self, timeout=5.0, *, connect=-1, read=-1, write=-1, pool=-1):
        if isinstance(timeout, Timeout):
            self.connect, self.read, self.write, self.pool = timeout.connect, timeout.read, timeout.write, timeout.pool
            return
        if isinstance(timeout, tuple):
            self.connect, self.read, self.write, self.pool = (*timeout, *[None] * 4)[:4]
            return
        self.connect = timeout if connect == -1 else connect
        self.read = timeout if read == -1 else read
        self.write = timeout if write == -1 else write
        self.pool = timeout if pool == -1 else pool

    def as_dict(self):
        return {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}

    def __eq__(self, other):
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    def __repr__(self):
        if self.connect == self.read == self.write == self.pool:
            return f"Timeout(timeout={self.connect})"
        return f"Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})"


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __repr__(self):
        return f"Limits(max_connections={self.max_connections}, max_keepalive_connections={self.max_keepalive_connections}, keepalive_expiry={self.keepalive_expiry})"


class Auth:
    def _sign(self, request):
        for _ in self.auth_flow(request):
            break

    def auth_flow(self, request):
        yield request


class BasicAuth(Auth):
    def __init__(self, username, password):
        from base64 import b64encode

        self._header = "Basic " + b64encode(f"{username}:{password}".encode()).decode()

    def auth_flow(self, request):
        request.headers["Authorization"] = self._header
        yield request


class Request:
    def __init__(self, method, url, *, params=None, headers=None, cookies=None, content=None, data=None, files=None, json=None, stream=None, extensions=None):
        self.method = method.upper()
        self.url = URL(url, params=params)
        given = content if content is not None else data
        dumps = lambda value: _json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        self._body, kind = _network.body_and_type(given, json, files, dumps)
        if content is not None:
            kind = None
        self.headers = Headers({"Host": _urlsplit(str(self.url)).netloc.rpartition("@")[2]})
        self.headers.update(headers or {})
        if self._body or self.method in ("POST", "PUT", "PATCH"):
            self.headers["Content-Length"] = len(self._body)
        if kind is not None:
            self.headers.setdefault("Content-Type", kind)
        if cookies:
            self.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in dict(cookies).items())
        self.extensions = extensions or {}

    @property
    def content(self):
        return self._body

    def read(self):
        return self._body

    async def aread(self):
        return self._body

    def __repr__(self):
        return f"<Request({self.method!r}, {str(self.url)!r})>"


class _Codes(int):
    pass


class codes:
    @classmethod
    def get_reason_phrase(cls, value):
        try:
            return _HTTPStatus(value).phrase
        except ValueError:
            return ""


for _status in _HTTPStatus:
    setattr(codes, _status.name, _status.value)
    setattr(codes, _status.name.lower(), _status.value)


class Response:
    def __init__(self, status_code, *, headers=None, content=None, text=None, html=None, json=None, request=None, history=None, extensions=None, default_encoding="utf-8", _answer=None, _release=None):
        self.status_code = status_code
        self.headers = Headers(headers)
        self._request = request
        self.history = list(history or [])
        self.next_request = None
        self.extensions = extensions or {}
        self.default_encoding = default_encoding
        self._answer = _answer
        self._release = _release
        self._content = None
        self._encoding = None
        self.is_closed = _answer is None
        self.is_stream_consumed = False
        self.num_bytes_downloaded = 0
        self._cookies = Cookies()
        if _answer is None:
            kind = None
            if json is not None:
                content, kind = _json.dumps(json, ensure_ascii=False, separators=(",", ":")), "application/json"
            elif text is not None or html is not None:
                content, kind = text if text is not None else html, "text/plain; charset=utf-8" if text is not None else "text/html; charset=utf-8"
            if kind:
                self.headers.setdefault("Content-Type", kind)
            self._content = content.encode() if isinstance(content, str) else content or b""
            self.headers.setdefault("Content-Length", len(self._content))

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The request instance has not been set on this response.")
        return self._request

    @request.setter
    def request(self, value):
        self._request = value

    url = property(lambda self: self.request.url)
    http_version = "HTTP/1.1"
    cookies = property(lambda self: self._cookies)

    @property
    def elapsed(self):
        if not hasattr(self, "_elapsed"):
            raise RuntimeError("'.elapsed' may only be accessed after the response has been read or closed.")
        return self._elapsed

    @elapsed.setter
    def elapsed(self, value):
        self._elapsed = value

    reason_phrase = property(lambda self: codes.get_reason_phrase(self.status_code))
    is_informational = property(lambda self: 100 <= self.status_code < 200)
    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: 500 <= self.status_code < 600)
    is_error = property(lambda self: 400 <= self.status_code < 600)
    has_redirect_location = property(lambda self: self.status_code in (301, 302, 303, 307, 308) and "location" in self.headers)

    @property
    def content(self):
        if self._content is None:
            raise ResponseNotRead()
        return self._content

    @property
    def charset_encoding(self):
        return _network.charset_of(self.headers.get("content-type"))

    @property
    def encoding(self):
        return self._encoding or self.charset_encoding or self.default_encoding

    @encoding.setter
    def encoding(self, value):
        self._encoding = value

    @property
    def text(self):
        return self.content.decode(self.encoding or "utf-8", "replace") if self.content else ""

    def json(self, **options):
        return _json.loads(self.content, **options)

    def raise_for_status(self):
        if self._request is None:
            raise RuntimeError("Cannot call `raise_for_status` as the request instance has not been set on this response.")
        if self.is_success:
            return self
        kinds = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}
        kind = kinds.get(self.status_code // 100, "Invalid status code")
        text = f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'"
        if self.has_redirect_location:
            text += f"\nRedirect location: '{self.headers['location']}'"
        text += f"\nFor more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}"
        raise HTTPStatusError(text, request=self.request, response=self)

    @property
    def links(self):
        return {}

    # What is left of the body, in pieces: a generator of trips for the next one.
    def _arrive(self, count=None):
        if self._answer is None:
            return b""
        taken = yield from self._answer.arrive(count)
        self.num_bytes_downloaded += len(taken)
        if not self._answer.left():
            self._end(True)
        return taken

    def _end(self, reusable=False):
        if not self.is_closed:
            self.is_closed = True
            if self._release is not None:
                self._release(reusable)

    def _fetch(self, count=None):
        try:
            return _network.drive(self._arrive(count))
        except _network.Failure as failure:
            _raise(failure, self._request)

    async def _afetch(self, count=None):
        try:
            return await _network.drive_async(self._arrive(count))
        except _network.Failure as failure:
            _raise(failure, self._request, True)

    def _begin(self):
        if self.is_stream_consumed:
            raise StreamConsumed()
        if self.is_closed and self._answer.left():
            raise StreamClosed()
        self.is_stream_consumed = True

    def read(self):
        if self._content is None:
            self._begin()
            self._content = self._fetch()
            self._end(True)
        return self._content

    async def aread(self):
        if self._content is None:
            self._begin()
            self._content = await self._afetch()
            self._end(True)
        return self._content

    def iter_bytes(self, chunk_size=None):
        size = chunk_size or _network.PIECE_BYTES
        if self._content is not None:
            for at in range(0, len(self._content), size):
                yield self._content[at : at + size]
            return
        self._begin()
        while self._answer.left():
            yield self._fetch(size)
        self._end(True)

    iter_raw = iter_bytes

    def iter_text(self, chunk_size=None):
        for piece in self.iter_bytes(chunk_size):
            yield piece.decode(self.encoding, "replace")

    def iter_lines(self):
        pending = ""
        for piece in self.iter_text():
            *lines, pending = (pending + piece).split("\n")
            yield from lines
        if pending:
            yield pending

    async def aiter_bytes(self, chunk_size=None):
        size = chunk_size or _network.PIECE_BYTES
        if self._content is not None:
            for at in range(0, len(self._content), size):
                yield self._content[at : at + size]
            return
        self._begin()
        while self._answer.left():
            yield await self._afetch(size)
        self._end(True)

    aiter_raw = aiter_bytes

    async def aiter_text(self, chunk_size=None):
        async for piece in self.aiter_bytes(chunk_size):
            yield piece.decode(self.encoding, "replace")

    async def aiter_lines(self):
        pending = ""
        async for piece in self.aiter_text():
            *lines, pending = (pending + piece).split("\n")
            for line in lines:
                yield line
        if pending:
            yield pending

    def close(self):
        self._end()

    async def aclose(self):
        self._end()

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


def _raise(failure, request, for_task=False):
    # Tasks and threads wait through different libraries, whose words these are.
    late = "" if for_task else "timed out"
    if failure.kind == "connect timeout":
        raise ConnectTimeout(late, request=request) from None
    if failure.kind in ("read timeout", "total timeout"):
        raise ReadTimeout(late, request=request) from None
    if failure.kind == "closed":
        raise RemoteProtocolError("Server disconnected without sending a response.", request=request) from None
    number, text = failure.error
    if for_task and failure.kind == "connect":
        raise ConnectError("All connection attempts failed", request=request) from None
    raise ConnectError(f"[Errno {number}] {text}", request=request) from None
