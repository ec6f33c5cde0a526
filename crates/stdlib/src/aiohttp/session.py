# `ClientSession`: requests over the connections of a connector, within its limits and its timeouts.


class _RequestContextManager:
    "What `session.get(…)` gives: to be awaited, or entered."

    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._response = None

    def __await__(self):
        return self._coroutine.__await__()

    def __iter__(self):
        return self.__await__()

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *error):
        return self._coroutine.throw(*error)

    def close(self):
        return self._coroutine.close()

    async def __aenter__(self):
        self._response = await self._coroutine
        return await self._response.__aenter__()

    async def __aexit__(self, *failure):
        await self._response.__aexit__(*failure)


class ClientSession:
    def __init__(
        self,
        base_url=None,
        *,
        connector=None,
        loop=None,
        cookies=None,
        headers=None,
        skip_auto_headers=None,
        auth=None,
        json_serialize=_json.dumps,
        cookie_jar=None,
        connector_owner=True,
        raise_for_status=False,
        timeout=None,
        read_timeout=None,
        conn_timeout=None,
        trust_env=False,
        trace_configs=None,
        max_redirects=10,
        **options,
    ):
        if trace_configs:
            raise NotImplementedError("aiohttp.TraceConfig is not supported by Interleave")
        asyncio.get_running_loop()
        self._base_url = base_url
        self._connector = connector if connector is not None else TCPConnector()
        self._connector_owner = connector_owner
        self._headers = _network.Fields(headers or {})
        self._auth = auth
        self._dumps = json_serialize
        self._cookie_jar = cookie_jar if cookie_jar is not None else CookieJar()
        self._cookie_jar.update_cookies(cookies or {})
        self._raise_for_status = raise_for_status
        self._timeout = _timeout_of(timeout, DEFAULT_TIMEOUT)
        self._closed = False

    closed = property(lambda self: self._closed)
    connector = property(lambda self: self._connector)
    cookie_jar = property(lambda self: self._cookie_jar)
    headers = property(lambda self: self._headers)
    timeout = property(lambda self: self._timeout)
    auth = property(lambda self: self._auth)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        await self.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, *failure):
        pass

    async def close(self):
        if not self._closed:
            self._closed = True
            if self._connector_owner:
                self._connector.close()

    def request(self, method, url, **options):
        return _RequestContextManager(self._request(method, url, **options))

    def get(self, url, *, allow_redirects=True, **options):
        return _RequestContextManager(self._request("GET", url, allow_redirects=allow_redirects, **options))

    def options(self, url, *, allow_redirects=True, **options):
        return _RequestContextManager(self._request("OPTIONS", url, allow_redirects=allow_redirects, **options))

    def head(self, url, *, allow_redirects=False, **options):
        return _RequestContextManager(self._request("HEAD", url, allow_redirects=allow_redirects, **options))

    def post(self, url, *, data=None, **options):
        return _RequestContextManager(self._request("POST", url, data=data, **options))

    def put(self, url, *, data=None, **options):
        return _RequestContextManager(self._request("PUT", url, data=data, **options))

    def patch(self, url, *, data=None, **options):
        return _RequestContextManager(self._request("PATCH", url, data=data, **options))

    def delete(self, url, **options):
        return _RequestContextManager(self._request("DELETE", url, **options))

    def ws_connect(self, url, **options):
        raise NotImplementedError("aiohttp.ClientSession.ws_connect is not supported by Interleave")

    async def _request(
        self,
        method,
        str_or_url,
        *,
        params=None,
        data=None,
        json=None,
        cookies=None,
        headers=None,
        skip_auto_headers=None,
        auth=None,
        allow_redirects=True,
        max_redirects=10,
        compress=None,
        chunked=None,
        raise_for_status=None,
        read_until_eof=True,
        proxy=None,
        proxy_auth=None,
        timeout=None,
        ssl=True,
        verify_ssl=None,
        server_hostname=None,
        proxy_headers=None,
        **options,
    ):
        if self._closed:
            raise RuntimeError("Session is closed")
        if data is not None and json is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        url = str(str_or_url)
        if self._base_url is not None:
            url = _urljoin(str(self._base_url), url)
        parts = _urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            if parts.scheme and parts.hostname:
                raise NonHttpUrlClientError(url)
            raise InvalidUrlClientError(_URL(url))
        url = _network.with_params(url, params)
        files = None
        if isinstance(data, FormData):
            data, files = data._plain, data._files
        body, kind = _network.body_and_type(data, json, files, self._dumps)
        fields = _network.Fields({"Host": parts.netloc.rpartition("@")[2]})
        fields.update(self._headers)
        fields.update(headers or {})
        for name, value in (("Accept", "*/*"), ("Accept-Encoding", "gzip, deflate"), ("User-Agent", f"Python/3.11 aiohttp/{__version__}")):
            fields.setdefault(name, value)
        if kind is not None:
            fields.setdefault("Content-Type", kind)
            fields["Content-Length"] = len(body)
        auth = auth if auth is not None else self._auth
        if auth is not None:
            fields["Authorization"] = auth.encode()
        timeout = _timeout_of(timeout, self._timeout)
        connect_s = timeout.sock_connect if timeout.connect is None else timeout.connect
        limits = _network.Limits(connect_s, timeout.sock_read, timeout.total)
        history = []
        method = method.upper()
        while True:
            response = await self._send(method, url, fields, cookies, body, limits)
            response.history = tuple(history)
            location = response.headers.get("Location")
            if response.status not in (301, 302, 303, 307, 308) or not allow_redirects or location is None:
                break
            history.append(response)
            if len(history) >= max_redirects:
                response.close()
                raise TooManyRedirects(history[0].request_info, tuple(history))
            if (response.status == 303 and method != "HEAD") or (response.status in (301, 302) and method == "POST"):
                method, body = "GET", b""
                for name in ("Content-Length", "Content-Type"):
                    fields.pop(name)
            await response.read()
            url = _urljoin(url, location)
            fields["Host"] = _urlsplit(url).netloc
        strict = self._raise_for_status if raise_for_status is None else raise_for_status
        if callable(strict):
            await strict(response)
        elif strict:
            response.raise_for_status()
        return response

    async def _send(self, method, url, fields, cookies, body, limits):
        target = _network.Target(url)
        connector = self._connector
        _network._spend_us(250)
        sent = dict(cookies or {})
        header = "; ".join(filter(None, [self._cookie_jar._jar._header(target.host), *[f"{key}={value}" for key, value in sent.items()]]))
        headers = fields.items() + ([("Cookie", header)] if header else [])
        await _within(connector._slots.take(target), limits)
        try:
            kept = connector._kept.take(target)
            answer = await _network.drive_async(_network.exchange(method, url, headers, body, kept, limits))
        except BaseException as error:
            connector._slots.give(target)
            if isinstance(error, _network.Failure):
                _raise(error, target, limits)
            raise

        def release(reusable):
            connector._slots.give(target)
            if reusable and not connector._force_close and not connector._closed:
                connector._kept.give(target)

        response = ClientResponse(self, method, url, answer, release, headers, limits)
        if not isinstance(self._cookie_jar, DummyCookieJar):
            self._cookie_jar._jar._learn(target.host, answer.headers)
        response.cookies = {name: value.partition(";")[0].partition("=")[2] for name, value in _set_cookies(answer.headers)}
        return response


def _set_cookies(headers):
    return [(value.partition("=")[0], value) for key, value in headers if key.lower() == "set-cookie"]


def _timeout_of(given, default):
    if given is None or isinstance(given, ClientTimeout):
        return default if given is None else given
    return ClientTimeout(total=given)


async def _within(awaitable, limits):
    "Waits for a free connection, no longer than the request may take in all."
    if limits.deadline_ns is None:
        return await awaitable
    left_ns = max(limits.deadline_ns - _network._now_ns(), 0)
    return await asyncio.wait_for(awaitable, left_ns / 1e9)


def _raise(failure, target, limits):
    if failure.kind == "total timeout":
        raise asyncio.TimeoutError from None
    if failure.kind == "read timeout":
        raise SocketTimeoutError("Timeout on reading data from socket") from None
    if failure.kind == "connect timeout":
        raise ConnectionTimeoutError(f"Connection timeout to host {target.url}") from None
    if failure.kind == "closed":
        raise ServerDisconnectedError from None
    key = _ConnectionKey(target.host, target.port, target.scheme == "https", True, None, None, None, None)
    error = failure.os_error()
    if failure.kind == "resolve":
        raise ClientConnectorDNSError(key, error) from error
    address = _network.address_of(target.host)
    error = OSError(error.errno, f"Connect call failed ('{address}', {target.port})")
    raise ClientConnectorError(key, error) from error


class request:
    "One request with a session of its own, for `async with`."

    def __init__(self, method, url, **options):
        connector = options.pop("connector", None)
        self._make = lambda: ClientSession(connector=connector)
        self._asked = (method, url, options)

    async def __aenter__(self):
        self._session = self._make()
        method, url, options = self._asked
        try:
            self._response = await self._session._request(method, url, **options)
        except BaseException:
            await self._session.close()
            raise
        return self._response

    async def __aexit__(self, *failure):
        await self._response.__aexit__(*failure)
        await self._session.close()
